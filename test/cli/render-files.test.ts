/** `render` of manifests in several files, and with templates. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from '../support/run.ts';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
  // The root of a repository: its manifests may name all files of it.
  mkdirSync(join(cwd, '.git'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const render = (...args: string[]) => run(['render', ...args], { cwd });
const read = (path: string): string => readFileSync(join(cwd, path), 'utf8');

function put(files: Record<string, string>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), content);
  }
}

const site = 'consul: "1.20"\nconfig: { encrypt: { generate: secrets/key }, log_level: WARN }\n';
const cluster =
  'extends: ../common/site.yaml\nservers: { a: { address: 10.0.0.1 }, b: { address: 10.0.0.2 }, c: { address: 10.0.0.3 } }\n';

test('secrets and templates are next to the file that names them', async () => {
  put({
    'common/site.yaml': `${site}templates: { etc/motd: t/motd.hbs }\n`,
    'common/t/motd.hbs': '{{name}} of {{servers.length}}\n',
    'one/cluster.yaml': cluster,
  });
  expect(await render('one/cluster.yaml', '--out', 'out')).toMatchObject({ code: 0, stderr: '' });
  expect(read('out/b/etc/motd')).toBe('b of 3\n');
  expect(read('common/secrets/key')).toMatch(/^[\w+/]{43}=\n$/);
  expect(existsSync(join(cwd, 'one/secrets'))).toBe(false);
  expect((await render('one/cluster.yaml', '--out', 'out')).stdout).toMatch(/^19 files, 0 written/);
});

test('several manifests, a later one over the earlier ones', async () => {
  put({
    'a.yaml': cluster.replace('../common/', ''),
    'site.yaml': site,
    'b.yaml': 'config: { log_level: ERROR }\n',
  });
  expect(await render('a.yaml', 'b.yaml', '--out', 'out')).toMatchObject({ code: 0 });
  expect(JSON.parse(read('out/a/etc/consul.d/consul.json'))).toMatchObject({ log_level: 'ERROR' });
  const { stdout } = await render('a.yaml', 'b.yaml', '--explain', 'a');
  expect(stdout).toMatch(/log_level = "ERROR" +# b\.yaml:1:22/);
  expect(stdout).toMatch(/encrypt = .* # site\.yaml:2:20/);
});

test('lint follows extends, and points into the file where the value is', async () => {
  put({ 'common/site.yaml': site.replace('WARN', 'LOUD'), 'one/cluster.yaml': cluster });
  const { code, stdout } = await run(['lint', 'one/cluster.yaml', '--format', 'compact'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^common\/site\.yaml:2:\d+: error/m);
});

test('a template that is wrong stops the run, --no-lint or not, and nothing is written', async () => {
  put({
    'common/site.yaml': `${site}templates: { etc/motd: motd.hbs }\n`,
    'common/motd.hbs': 'x\n{{nam}}\n',
    'one/cluster.yaml': cluster,
  });
  const { code, stderr } = await render('one/cluster.yaml', '--out', 'out', '--no-lint');
  expect(code).toBe(1);
  expect(stderr).toMatch(/common\/motd\.hbs:2:3.*manifest\/template/);
  expect(existsSync(join(cwd, 'out'))).toBe(false);
});

test('a unit of the user is linted in the place of ours', async () => {
  put({
    'common/site.yaml': `${site}templates: { etc/systemd/system/consul.service: unit.hbs }\n`,
    'common/unit.hbs': '[Service]\nUser=root\nExecStart={{arguments unit.command}} -server=false\n',
    'one/cluster.yaml': cluster,
  });
  const { stderr } = await render('one/cluster.yaml', '--out', 'out', '--dry-run');
  expect(stderr).toMatch(/a\/etc\/systemd\/system\/consul\.service:2:\d+ .*unit\/runs-as-root/);
});

test('modes of templates are those on disk', async () => {
  put({
    'common/site.yaml': `${site}templates: { etc/cron.daily/x: { file: x.hbs, mode: "0755" } }\n`,
    'common/x.hbs': '#!/bin/sh\n',
    'one/cluster.yaml': cluster,
  });
  await render('one/cluster.yaml', '--out', 'out');
  expect(statSync(join(cwd, 'out/a/etc/cron.daily/x')).mode & 0o777).toBe(0o755);
});
