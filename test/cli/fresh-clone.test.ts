/** An estate in a repository, and what a clone of it can do without the secrets. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from '../support/run.ts';

let base: string;
let first: string;
let clone: string;

const key = 'c2l4dGVlbi1ieXRlcy1vZi1zZWNyZXQtMTIzNDU2Nzg=';
const token = '5e1f0c8a-7d1c-4a55-9f2c-0a1b2c3d4e5f';
const manifest = `consul: "1.20"
datacenter: dc1
servers: { s1: { address: 10.0.0.1 }, s2: { address: 10.0.0.2 }, s3: { address: 10.0.0.3 } }
clients: { c1: { address: 10.0.0.4 } }
config: { encrypt: { generate: secrets/gossip.key } }
acl:
  tokens:
    agent: { generate: "secrets/agent-{node}.token" }
    default: { env: DEFAULT_TOKEN }
    replication: { file: keys/replication.token }
`;

const git = (cwd: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd, encoding: 'utf8' });

function commit(): void {
  git(first, 'add', '-A');
  git(first, 'commit', '-qm', 'x');
}

beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
  first = join(base, 'first');
  clone = join(base, 'clone');
  git(base, 'init', '-q', 'first');
  writeFileSync(join(first, 'cluster.yaml'), manifest.replace(/^ {4}replication.*\n/m, ''));
  const env = { DEFAULT_TOKEN: token };
  const rendered = await run(['render', '--out', 'rendered'], { cwd: first, env });
  expect(rendered).toMatchObject({ code: 0, stderr: '' });
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const cloneIt = (): string => git(base, 'clone', '-q', 'first', 'clone');
const inClone = (...args: string[]) => run(args, { cwd: clone, env: {} });

test('what is rendered comes with .gitignore, so that no secret is committed', () => {
  commit();
  const kept = git(first, 'ls-files').split('\n');
  expect(kept.filter((path) => /secret|token/.test(path))).toEqual(['secrets/.gitignore']);
  expect(kept).toContain('rendered/.gitignore');
  expect(git(first, 'status', '--short')).toBe('');
  expect(readFileSync(join(first, 'rendered/.gitignore'), 'utf8')).toMatch(
    /^\/\*\/etc\/consul\.d\/10-secrets\.json$/m,
  );
});

test('a clone is as rendered, and lints clean, without any secret', async () => {
  commit();
  cloneIt();
  expect(await inClone('render', '--out', 'rendered', '--check')).toMatchObject({ code: 0, stderr: '' });
  const { code, stdout } = await inClone('lint', 'rendered', '--format', 'compact');
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(existsSync(join(clone, 'secrets/gossip.key'))).toBe(false);
});

test('a clone sees drift without any secret: a change of the manifest, and one by hand', async () => {
  commit();
  cloneIt();
  appendFileSync(join(clone, 'cluster.yaml'), 'domain: other\n');
  expect(await inClone('render', '--out', 'rendered', '--check')).toMatchObject({ code: 1 });
  git(clone, 'checkout', '-q', '.');
  appendFileSync(join(clone, 'rendered/s1/etc/consul.d/consul.json'), '\n');
  const { code, stderr } = await inClone('render', '--out', 'rendered', '--check');
  expect(code).toBe(1);
  expect(stderr).toMatch(/refuse {2}rendered\/s1\/etc\/consul\.d\/consul\.json: it was changed since/);
  expect(stderr).toMatch(/0 files to write, 0 stale, 1 changed by others/);
});

test('a clone makes no other keys, unless a flag asks for them', async () => {
  commit();
  cloneIt();
  const env = { DEFAULT_TOKEN: token };
  const refused = await run(['render', '--out', 'rendered'], { cwd: clone, env });
  expect(refused).toMatchObject({ code: 3, stdout: '' });
  expect(refused.stderr).toMatch(/secrets\/.* and 4 more files: made by an earlier run, and not here/);
  expect(git(clone, 'status', '--short', '--ignored')).toBe('');
  const made = await run(['render', '--out', 'rendered', '--new-keys'], { cwd: clone, env });
  expect(made.code).toBe(0);
});

test('neither does one that has only the manifest, nor one whose .gitignore is above', async () => {
  rmSync(join(first, 'rendered'), { recursive: true });
  commit();
  cloneIt();
  const env = { DEFAULT_TOKEN: token };
  expect(await run(['render', '--out', 'rendered'], { cwd: clone, env })).toMatchObject({ code: 3 });
  rmSync(clone, { recursive: true });
  await run(['render', '--out', 'rendered'], { cwd: first, env });
  rmSync(join(first, 'secrets/.gitignore'));
  writeFileSync(join(first, '.gitignore'), 'secrets/\n');
  commit();
  cloneIt();
  expect(await run(['render', '--out', 'rendered'], { cwd: clone, env })).toMatchObject({ code: 3 });
});

test('a new secret on the machine that rendered is made', async () => {
  writeFileSync(
    join(first, 'cluster.yaml'),
    manifest
      .replace(/ {4}replication.*\n/, '')
      .replace('default: { env: DEFAULT_TOKEN }', 'default: { generate: secrets/new.token }'),
  );
  expect(await run(['render', '--out', 'rendered'], { cwd: first, env: {} })).toMatchObject({ code: 0 });
});

test('secrets that git keeps are reported: those of the manifest and those of the rendered files', async () => {
  git(first, 'add', '-f', 'secrets/gossip.key', 'rendered/s1/etc/consul.d/10-secrets.json');
  const { stderr } = await run(['render', '--out', 'rendered'], {
    cwd: first,
    env: { DEFAULT_TOKEN: token },
  });
  expect(stderr).toMatch(/the secret is in a file that git tracks/);
  expect(stderr.replace(/\s+/g, ' ')).toMatch(/run git rm --cached "[^"]*\/[^"]*"/);
  expect(stderr).toMatch(/git tracks rendered\/s1\/etc\/consul\.d\/10-secrets\.json with secrets/);
});

test('a .gitignore of the user is added to, and never replaced', async () => {
  rmSync(join(first, 'rendered'), { recursive: true });
  rmSync(join(first, 'secrets'), { recursive: true });
  writeFileSync(join(first, '.gitignore'), 'mine');
  writeFileSync(
    join(first, 'cluster.yaml'),
    'consul: "1.20"\nservers: { s1: { address: 10.0.0.1 } }\nprofile: dev\nconfig: { encrypt: { generate: gossip.key } }\n',
  );
  expect(await run(['render', '--out', 'rendered'], { cwd: first, env: {} })).toMatchObject({ code: 0 });
  expect(readFileSync(join(first, '.gitignore'), 'utf8')).toMatch(
    /^mine\n# Written by consul-cfg.*\n\/gossip\.key\n$/,
  );
  writeFileSync(join(first, 'rendered/.gitignore'), '# mine\n');
  await run(['render', '--out', 'rendered', '--force'], { cwd: first, env: {} });
  expect(readFileSync(join(first, 'rendered/.gitignore'), 'utf8')).toBe('# mine\n');
});

test('a file reference may be missing, as an environment variable may', async () => {
  writeFileSync(
    join(first, 'cluster.yaml'),
    `consul: "1.20"\nservers: { s1: { address: 10.0.0.1 } }\nprofile: dev\nconfig: { encrypt: { file: keys/gossip } }\n`,
  );
  rmSync(join(first, 'rendered'), { recursive: true });
  const { code, stderr } = await run(['render', '--out', 'rendered', '--check'], { cwd: first, env: {} });
  expect(code).toBe(1);
  expect(stderr).toMatch(/files to write/);
  writeFileSync(
    join(first, 'cluster.yaml'),
    `consul: "1.20"\nservers: { s1: { address: 10.0.0.1 } }\nprofile: dev\nconfig: { encrypt: { generate: keys/gossip } }\n`,
  );
  execFileSync('mkdir', ['keys'], { cwd: first });
  writeFileSync(join(first, 'keys/gossip'), 'not a key', { mode: 0o600 });
  const wrong = await run(['render', '--out', 'rendered', '--check'], { cwd: first, env: {} });
  expect(wrong.stderr).toMatch(/is not a gossip key/);
  writeFileSync(join(first, 'keys/gossip'), key, { mode: 0o600 });
});
