/** Completion scripts, tried in the shells themselves. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { run } from '../support/run.ts';

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).error === undefined;

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'consul-cfg-completion-'));
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { stdout } = await run(['completion', shell]);
    writeFileSync(join(folder, `script.${shell}`), stdout);
  }
  writeFileSync(join(folder, 'server.hcl'), '');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function inShell(shell: string, program: string): string {
  const ran = spawnSync(shell, ['-c', program], { cwd: folder, encoding: 'utf8' });
  expect(ran.stderr).toBe('');
  return ran.stdout;
}

const releaseFlags = [
  ['init', '--consul'],
  ['render', '--consul'],
  ['explain', '--consul'],
  ['schema', '--consul'],
  ['upgrade', '--from'],
  ['upgrade', '--to'],
];

describe.skipIf(!has('bash'))('bash (needs it on PATH)', () => {
  const complete = (...words: string[]): string[] =>
    inShell(
      'bash',
      `source script.bash
COMP_WORDS=(${['consul-cfg', ...words].map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}
_consul_cfg; printf '%s\\n' "\${COMPREPLY[@]}"`,
    )
      .trimEnd()
      .split('\n');

  test('commands', () => {
    expect(complete('')).toEqual(expect.arrayContaining(commands.map(({ name }) => name)));
    expect(complete('lin')).toEqual(['lint']);
  });
  test('flags', () => expect(complete('lint', '--form')).toEqual(['--format']));
  test('values', () => {
    expect(complete('lint', '--format', 'sar')).toEqual(['sarif']);
    expect(complete('lint', '-c', '1.1')).toContain('1.16');
  });
  test('releases, wherever one is named', () => {
    for (const [command, flag] of releaseFlags) expect(complete(command!, flag!, '1.20')).toEqual(['1.20']);
  });
  test('names of options and rules', () => {
    expect(complete('explain', 'retry_jo')).toEqual(['retry_join', 'retry_join_wan']);
    expect(complete('explain', 'quorum/boot')).toContain('quorum/bootstrap-expect');
    expect(complete('completion', 'z')).toEqual(['zsh']);
  });
  test('paths', () => expect(complete('lint', 'ser')).toEqual(['server.hcl']));
});

describe.skipIf(!has('fish'))('fish (needs it on PATH)', () => {
  const complete = (line: string): string[] =>
    inShell('fish', `source script.fish; complete -C 'consul-cfg ${line}'`)
      .trimEnd()
      .split('\n')
      .map((one) => one.split('\t')[0]!);

  test('commands', () => expect(complete('lin')).toEqual(['lint']));
  test('flags', () => expect(complete('lint --form')).toEqual(['--format']));
  test('values', () => expect(complete('lint --format sar')).toEqual(['sarif']));
  test('names of options', () => expect(complete('explain ports.grpc_')).toEqual(['ports.grpc_tls']));
  test('paths', () => expect(complete('lint ser')).toEqual(['server.hcl']));
});

test.skipIf(!has('zsh'))('zsh reads its script (needs it on PATH)', () => {
  expect(
    inShell(
      'zsh',
      'autoload -U compinit; compinit -D -u -d "$PWD/dump"; source script.zsh; whence -w _consul-cfg',
    ),
  ).toBe('_consul-cfg: function\n');
});

test('an unknown shell is a usage error that names the known ones', async () => {
  const { code, stderr } = await run(['completion', 'tcsh']);
  expect(code).toBe(2);
  expect(stderr).toContain('known: bash, zsh, fish');
});
