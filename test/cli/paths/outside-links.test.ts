/** Symbolic links of a linted tree to files outside of it: nothing of them is shown or changed. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../support/run.ts';

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'consul-cfg-links-'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(base, path)), { recursive: true });
  writeFileSync(join(base, path), text);
}

function link(path: string, target: string): void {
  mkdirSync(dirname(join(base, path)), { recursive: true });
  symlinkSync(join(base, target), join(base, path));
}

const own = 'data_dir = "/x"\nbind_addr = "10.0.0.1"\n';
const texts: Record<string, [name: string, text: string]> = {
  'an unknown key': ['home/.docker/config.json', '{"auths": {"r": {"auth": "PRIVATE"}}, "PRIVATEkey": 1}'],
  'broken syntax': ['home/broken.hcl', 'key = PRIVATE\n= PRIVATE\n'],
  'an option with a fix': [
    'home/other.json',
    '{"start_join": ["PRIVATE"], "ports": {"http": "8500"}, "log_level": "PRIVATE"}',
  ],
};
const commands = [
  [
    'lint',
    '--format',
    'pretty',
    '--format',
    'json=out.json',
    '--format',
    'sarif=out.sarif',
    '--format',
    'github=out.txt',
    'nodes',
  ],
  ['lint', '--write-baseline', 'out.json', 'nodes'],
  ['lint', '--diff', '--fix-unsafe', 'nodes'],
  ['lint', '--fix-unsafe', 'nodes'],
  ['validate', 'nodes/a/etc/consul.d'],
  ['validate', '--each', 'nodes/a/etc/consul.d'],
  ['check', 'nodes'],
  ['fmt', '--check', 'nodes'],
  ['fmt', '--write', 'nodes'],
  ['upgrade', '--from', '1.10', '--to', '1.20', 'nodes'],
  ['upgrade', '--from', '1.10', '--to', '1.20', '--write', 'nodes'],
];
const cases = Object.keys(texts).flatMap((name) =>
  commands.map((argv) => [argv.join(' '), name, argv] as const),
);

describe('nothing is shown or changed', () => {
  test.each(cases)('by %s, with %s', async (_, kind, argv) => {
    const [target, text] = texts[kind]!;
    put('repository/nodes/a/etc/consul.d/a.hcl', own);
    put(target, text);
    link(`repository/nodes/a/etc/consul.d/${target.split('/').at(-1)}`, target);
    const { stdout, stderr } = await run(argv, { cwd: join(base, 'repository') });
    expect(stdout + stderr).not.toContain('PRIVATE');
    expect(readFileSync(join(base, target), 'utf8')).toBe(text);
    for (const report of ['out.json', 'out.sarif', 'out.txt'].filter((name) =>
      argv.some((word) => word.endsWith(name)),
    ))
      expect(readFileSync(join(base, 'repository', report), 'utf8')).not.toContain('PRIVATE');
  });
});

test('that something is wrong there is reported, with what to do', async () => {
  put('nodes/a/etc/consul.d/a.hcl', own);
  put('home/config.json', '{"auths": 1}');
  link('nodes/a/etc/consul.d/b.json', 'home/config.json');
  const { code, stdout } = await run(['lint', '--format', 'compact', 'nodes'], {
    cwd: base.concat('/nodes'),
  });
  expect(code).toBe(3);
  const again = await run(['lint', '--format', 'compact', 'a'], { cwd: base.concat('/nodes') });
  expect(again.code).toBe(1);
  expect(again.stdout).toMatch(
    /config\.json:1:1: error: .*name the file itself to see it \[option\/unknown\]/,
  );
  expect(stdout).toBe('');
});

test('a file that is named itself, and links inside of the repository, are shown', async () => {
  put(
    'repository/shared/all.json',
    '{"data_dir": "/x", "bind_addr": "10.0.0.1", "server": true, "auths": 1}',
  );
  put('repository/.git/HEAD', 'ref: refs/heads/main\n');
  link('repository/nodes/a/etc/consul.d/b.json', 'repository/shared/all.json');
  const tree = await run(['lint', 'nodes'], { cwd: join(base, 'repository') });
  expect(tree.stdout).toContain('no option auths');
  const file = await run(['lint', join(base, 'repository/shared/all.json')], { cwd: tmpdir() });
  expect(file.stdout).toContain('no option auths');
});
