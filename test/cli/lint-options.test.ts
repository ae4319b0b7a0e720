/** What `lint` takes besides paths: standard input, levels, no path at all, and settings that are near to a file. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from '../support/run.ts';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
  mkdirSync(join(cwd, '.git'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function put(files: Record<string, string>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), content);
  }
}

const agent =
  '{"node_name":"a","data_dir":"/opt/consul","bind_addr":"10.0.0.1","token_dirs":"/x","encrypt":"c2l4dGVlbi1ieXRlcy1vZi1zZWNyZXQtMTIzNDU2Nzg="}';
const lint = (...args: string[]) => run(['lint', ...args], { cwd });
const compact = async (...args: string[]): Promise<string> =>
  (await lint(...args, '--format', 'compact')).stdout;

test('settings are those that are nearest to a path, from wherever it is named', async () => {
  put({ 'b/consul-cfg.yaml': 'consul: "1.16"\n', 'b/x/consul.d/a.json': agent });
  for (const path of ['b/x/consul.d', 'b/x/consul.d/a.json', 'b', 'b/', '.', join(cwd, 'b/x')])
    expect(await compact(path), path).toMatch(/token_dirs is known from .* \[option\/not-in-version\]/);
  expect((await run(['lint', '../b/x', '--format', 'compact'], { cwd: join(cwd, 'b') })).stdout).toMatch(
    /not-in-version/,
  );
});

test('a directory below that has its own settings is linted with these, the rest with those above', async () => {
  put({
    'consul-cfg.yaml': 'consul: "2.1"\n',
    'a/consul.d/a.json': agent,
    'b/consul-cfg.yaml': 'consul: "1.16"\n',
    'b/consul.d/b.json': agent.replace('10.0.0.1', '10.0.0.2').replace('"a"', '"b"'),
  });
  const { stdout, stderr } = await lint('.', '--format', 'compact');
  expect(stdout).toMatch(/^b\/consul\.d\/b\.json:.*not-in-version/m);
  expect(stdout).not.toMatch(/^a\/.*not-in-version/m);
  expect(stderr).toMatch(/1\.16 \(b\/consul-cfg\.yaml\)/);
  expect(stderr).toMatch(/2\.1 \(consul-cfg\.yaml\)/);
  expect(JSON.parse((await lint('.', '--format', 'json')).stdout).summary.files).toBe(2);
});

test('settings that are named apply to everything', async () => {
  put({ 'b/consul-cfg.yaml': 'consul: "1.16"\n', 'b/consul.d/b.json': agent, 'all.yaml': 'consul: "2.1"\n' });
  expect(await compact('.', '--settings', 'all.yaml')).not.toMatch(/not-in-version/);
});

test('without settings near to a path, those of the working directory apply', async () => {
  put({ 'work/consul-cfg.yaml': 'consul: "1.16"\n', 'else/consul.d/a.json': agent });
  const { stdout } = await run(['lint', '../else', '--format', 'compact'], { cwd: join(cwd, 'work') });
  expect(stdout).toMatch(/not-in-version/);
});

test('without a path it is this directory, manifests included', async () => {
  put({
    'cluster.yaml':
      'consul: "1.20"\nservers: { a: { address: 10.0.0.1 }, b: { address: 10.0.0.1 }, c: { address: 10.0.0.3 } }\n',
  });
  expect(await compact()).toMatch(/^cluster\.yaml:.*cluster\/duplicate-address/m);
  expect(await compact('.')).toMatch(/^cluster\.yaml:.*cluster\/duplicate-address/m);
  put({ 'consul.d/a.json': agent });
  const both = await compact('.');
  expect(both).toMatch(/^cluster\.yaml:/m);
  put({ 'other/cluster.yaml': 'apiVersion: cluster.x-k8s.io/v1beta1\nkind: Cluster\n' });
  expect(await compact('.')).toBe(both);
});

test('what is wrong with a manifest is not reported again for what is rendered from it', async () => {
  put({
    'cluster.yaml':
      'consul: "1.20"\nservers: { a: { address: 10.0.0.1 }, b: { address: 10.0.0.2 }, c: { address: 10.0.0.3 } }\n',
  });
  await run(['render', '--out', 'rendered'], { cwd });
  const text = await compact('.');
  expect(text.match(/gossip\/unencrypted/g)).toHaveLength(1);
  expect(text).toMatch(/^cluster\.yaml:/);
  expect(await compact('rendered')).toMatch(/^rendered\/.*gossip\/unencrypted/);
});

test('- is standard input, and its name says what it is', async () => {
  const stdin = agent;
  const piped = await run(['lint', '-', '--consul', '1.16', '--format', 'compact'], { cwd, stdin });
  expect(piped).toMatchObject({ code: 1 });
  expect(piped.stdout).toMatch(/^stdin\.json:1:\d+: error.*not-in-version/m);
  const named = await run(
    ['check', '--stdin-filename', 'x/a.hcl', '--consul', '1.16', '--format', 'compact'],
    { cwd, stdin: 'token_dirs = "/x"\n' },
  );
  expect(named.stdout).toMatch(/^x\/a\.hcl:1:1: error/);
  const verdict = await run(['validate', '-', '--consul', '1.16'], { cwd, stdin });
  expect(verdict.stdout).toMatch(/stdin\.json:1:.*\n.*token_dirs/);
  put({ 'b/consul-cfg.yaml': 'consul: "1.16"\n' });
  const near = await run(['lint', '-', '--stdin-filename', 'b/a.json', '--format', 'compact'], {
    cwd,
    stdin,
  });
  expect(near.stdout).toMatch(/not-in-version/);
  const manifest = await run(['lint', '-', '--stdin-filename', 'cluster.yaml', '--format', 'compact'], {
    cwd,
    stdin: 'consul: "1.20"\nui_config: {}\n',
  });
  expect(manifest.stdout).toMatch(/^cluster\.yaml:2:1: error/m);
});

test('standard input is read once, never written, and named only with -', async () => {
  put({ 'a.json': agent });
  expect(await run(['lint', '-', '--fix'], { cwd, stdin: agent })).toMatchObject({ code: 2 });
  expect(await run(['lint', '-', '--fix', '--diff'], { cwd, stdin: '{"datacenter":"dc1"}' })).toMatchObject({
    code: 0,
  });
  expect(await run(['lint', '-', '-'], { cwd, stdin: agent })).toMatchObject({ code: 2 });
  expect(await lint('a.json', '--stdin-filename', 'b.json')).toMatchObject({ code: 2 });
  expect(await lint('-', '--stdin-filename', 'a/../..')).toMatchObject({ code: 2 });
  expect(await lint('-', '--stdin-filename', 'conf/')).toMatchObject({ code: 2 });
  expect(await run(['check'], { cwd })).toMatchObject({ code: 2 });
});

test('levels on the command line go before those of settings', async () => {
  put({ 'a.json': agent, 'consul-cfg.yaml': 'consul: "1.16"\nrules: { option/not-in-version: info }\n' });
  expect(await compact('a.json')).toMatch(/info.*not-in-version/);
  expect(await lint('a.json', '--rule', 'option/not-in-version=error')).toMatchObject({ code: 1 });
  expect(await compact('a.json', '--off', 'option/not-in-version')).not.toMatch(/not-in-version/);
  expect(await compact('a.json', '--off', 'option/*')).not.toMatch(/option\//);
  const wrong = await lint('a.json', '--off', 'option/not-in-versoin');
  expect(wrong).toMatchObject({ code: 2 });
  expect(wrong.stderr).toMatch(
    /there is no rule option\/not-in-versoin; did you mean option\/not-in-version\?/,
  );
  expect(await lint('a.json', '--rule', 'option/not-in-version=loud')).toMatchObject({ code: 2 });
  expect(await lint('a.json', '--rule', 'option/not-in-version')).toMatchObject({ code: 2 });
});

test('--quiet reports errors only, and nothing where there are none', async () => {
  put({ 'a.json': agent.replace('"/opt/consul"', '"/tmp/x"') });
  const quiet = await lint('a.json', '--quiet');
  expect(quiet).toMatchObject({ code: 0, stdout: '', stderr: '' });
  const wrong = await lint('a.json', '--quiet', '--consul', '1.16');
  expect(wrong.code).toBe(1);
  expect(wrong.stdout).toMatch(/not-in-version/);
  expect(wrong.stdout).not.toMatch(/volatile-data-dir/);
  expect(JSON.parse((await lint('a.json', '--quiet', '--format', 'json')).stdout).findings).toEqual([]);
});

test('a report that goes to a file only is counted on standard error', async () => {
  put({ 'a.json': agent });
  const { code, stdout, stderr } = await lint('a.json', '--consul', '1.16', '--format', 'sarif=out.sarif');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^1 file checked: 1 error/);
});

test.each<[string[], Record<string, string>, boolean]>([
  [['--color'], {}, true],
  [['--color=always'], { NO_COLOR: '1' }, true],
  [['--no-color'], { FORCE_COLOR: '1' }, false],
  [['--color=never'], { FORCE_COLOR: '1' }, false],
  [['--color=auto'], { FORCE_COLOR: '1' }, true],
  [[], { CLICOLOR_FORCE: '1' }, true],
  [[], { CLICOLOR_FORCE: '0' }, false],
])('%j with %j', async (flags, env, isColoured) => {
  const { stdout } = await run([...flags, 'explain', 'ports.http'], { cwd, env });
  expect(stdout.includes('\u001b[')).toBe(isColoured);
});

test('explain --list lists the rules, all or those about a subject', async () => {
  const all = await run(['explain', '--list'], { cwd });
  expect(all.stdout).toMatch(/^gossip\/unencrypted +warning +\S/m);
  const some = await run(['explain', '--list', 'gossip'], { cwd });
  expect(
    some.stdout
      .trim()
      .split('\n')
      .every((line) => line.startsWith('gossip/')),
  ).toBe(true);
  expect(await run(['explain', '--list', 'gosip'], { cwd })).toMatchObject({ code: 2 });
  expect(await run(['explain'], { cwd })).toMatchObject({ code: 2 });
  const data = await run(['explain', '--list', '--json', 'gossip'], { cwd });
  expect(
    data.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).id),
  ).toContain('gossip/key-size');
});
