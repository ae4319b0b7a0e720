/** Reading executes nothing: no program runs for a directory that is judged, whatever its repository says. */
import childProcess from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { run } from '../support/run.ts';

const src = resolve(import.meta.dirname, '../../src');

test('only the start, the secrets of a render, a copy before writing and doctor on its machine can start a program', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const starting = files.filter((file) =>
    /child_process|worker_threads|node:cluster|node:vm|process\.binding|\beval\(|new Function/.test(
      readFileSync(join(src, file), 'utf8'),
    ),
  );
  expect(starting.sort()).toEqual([
    'app/machine/systemd.ts',
    'launch.ts',
    'write/disk/copy.ts',
    'write/secret-places.ts',
  ]);
});

let cwd: string;
const started: string[] = [];

beforeEach(() => {
  // What is started is seen in this process only, so the sources run in it.
  vi.stubEnv('CONSUL_CFG_BUILT', '');
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
  started.length = 0;
  for (const name of [
    'spawn',
    'spawnSync',
    'exec',
    'execSync',
    'execFile',
    'execFileSync',
    'fork',
  ] as const) {
    const spied = vi.spyOn(childProcess, name);
    spied.mockImplementation(((program: string) => {
      started.push(program);
      throw new Error('nothing is to be started');
    }) as never);
  }
  syncBuiltinESMExports();
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  rmSync(cwd, { recursive: true, force: true });
});

function put(path: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
  chmodSync(join(cwd, path), mode);
}

const marker = 'STARTED';
const key = 'Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE=';

/** A git directory that runs a program at every chance that git gives it. */
function putGitDirectory(at: string): void {
  const command = `touch ${join(cwd, marker)} #`;
  const options = ['fsmonitor', 'sshCommand', 'pager', 'editor', 'askPass', 'gitProxy', 'hooksPath'];
  const core = options.map((name) => `\t${name} = ${command}\n`).join('');
  const more = `[include]\n\tpath = more\n[filter "x"]\n\tclean = ${command}\n\tprocess = ${command}\n`;
  put(`${at}/config`, `[core]\n\trepositoryformatversion = 0\n${core}${more}`);
  put(`${at}/more`, `[core]\n\tfsmonitor = ${command}\n`);
  put(`${at}/HEAD`, 'ref: refs/heads/main\n');
  put(`${at}/objects/info/alternates`, '/dev/zero\n');
  put(`${at}/refs/heads/.keep`, '');
  for (const hook of ['pre-commit', 'post-index-change', 'fsmonitor-watchman']) {
    put(`${at}/hooks/${hook}`, `#!/bin/sh\n${command}\n`, 0o755);
  }
  put(`${at}/index`, readIndex(), 0o644);
}

/** An index without any file is enough for git to begin. */
const readIndex = (): string => `DIRC\0\0\0\x02\0\0\0\0${'\0'.repeat(20)}`;

function putEstate(): void {
  const agent = `data_dir = "/opt/consul"\nbind_addr = "10.0.0.1"\nencrypt = "${key}"\n`;
  put('nodes/srv1/etc/consul.d/consul.hcl', agent);
  put(
    'nodes/srv1/etc/systemd/system/consul.service',
    '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
  );
  put('one.hcl', agent);
  put('one.json', `{"data_dir": "/opt/consul", "encrypt": "${key}"}\n`);
  put('consul-cfg.yaml', 'consul: "1.20"\n');
  const command = `{ command: [touch, ${join(cwd, marker)}] }`;
  put(
    'cluster.yaml',
    `consul: "1.20"\nservers: [a, b, c]\nconfig: { encrypt: ${command} }\ntemplates: { etc/x: x.hbs }\n`,
  );
  put('x.hbs', '{{name}}\n');
  for (const program of ['git', 'git.exe', 'consul', 'sh'])
    put(program, `#!/bin/sh\ntouch ${marker}\n`, 0o755);
}

const reading: readonly (readonly string[])[] = [
  ['lint', '.'],
  ['lint', 'nodes', 'one.hcl', 'cluster.yaml'],
  ['lint', 'one.hcl', '--fix', '--diff'],
  ['lint', 'one.hcl', '--on-host'],
  ['lint', '.', '--explain-grouping'],
  ['validate', 'one.hcl', 'nodes/srv1/etc/consul.d'],
  ['validate', 'one.hcl', '--on-host'],
  ['check', 'one.hcl', 'one.json'],
  ['merge', 'one.hcl', 'one.json'],
  ['merge', 'one.hcl', '--origins'],
  ['compare', 'one.hcl', 'one.json'],
  ['convert', 'one.hcl'],
  ['fmt', '--check', 'one.hcl'],
  ['upgrade', '--from', '1.16', 'nodes'],
  ['init', '--from', 'nodes', '--out', 'new.yaml'],
  ['doctor', 'one.hcl', '--http-addr', '127.0.0.1:1', '--timeout', '1s'],
  ['doctor', 'cluster.yaml', '--http-addr', 'unix:///nothing/there.sock'],
  ['explain', 'encrypt'],
  ['schema'],
];

describe.each<[what: string, prepare: () => void]>([
  ['a .git whose configuration names programs', () => putGitDirectory('.git')],
  [
    'a .git that names such a directory',
    () => {
      putGitDirectory('evil');
      put('.git', 'gitdir: evil\n');
    },
  ],
  [
    'one of a work tree whose common directory is such a one',
    () => {
      putGitDirectory('evil');
      put('.git', 'gitdir: evil/worktrees/x\n');
      put('evil/worktrees/x/HEAD', 'ref: refs/heads/main\n');
      put('evil/worktrees/x/commondir', '../..\n');
      put('evil/worktrees/x/index', readIndex());
    },
  ],
])('next to %s', (_, prepare) => {
  test.each(reading.map((argv) => ({ line: argv.join(' '), argv })))('$line', async ({ argv }) => {
    putEstate();
    prepare();
    const PATH = `.:${cwd}:${process.env.PATH}`;
    const { code } = await run(argv, { cwd, env: { PATH } });
    expect(code).toBeLessThanOrEqual(1);
    expect(started).toEqual([]);
    expect(existsSync(join(cwd, marker))).toBe(false);
  });
});

test('a render does start the programs that its manifest names, so that this test can fail', async () => {
  putEstate();
  expect((await run(['render', 'cluster.yaml', '--out', 'out'], { cwd })).code).toBe(1);
  expect(started).toEqual(['touch']);
});
