/** `importHosts` gives what `init --from` writes. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importHosts } from '../../src/node.ts';
import { run } from '../support/run.ts';

const key = 'u7vAxNnKcRtTyTU9gtBF4Yg3vGPS6SkAHfhL9bnaTSY=';
const names = ['srv1', 'srv2', 'srv3'];

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-import-'));
  for (const [i, name] of names.entries()) {
    mkdirSync(join(cwd, name));
    writeFileSync(
      join(cwd, name, 'consul.hcl'),
      `node_name = "${name}"
server = true
bootstrap_expect = 3
data_dir = "/opt/consul"
bind_addr = "10.0.0.${i + 1}"
retry_join = ["10.0.0.1", "10.0.0.2", "10.0.0.3"]
encrypt = "${key}"
`,
    );
  }
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

test('the same manifest, without the secrets, which come apart', async () => {
  const { text, secrets } = await importHosts(names, { consul: '1.20', cwd });
  expect((await run(['init', '--from', ...names, '--consul', '1.20'], { cwd })).code).toBe(0);
  // The command knows where the file will be, and so where its schema is.
  const written = readFileSync(join(cwd, 'cluster.yaml'), 'utf8').replace(/(?<=\$schema=).*/, (path) => {
    expect(path).toMatch(/^https:\/\/unpkg\.com\/consul-cfg@.*\/schemas\/cluster\.schema\.json$/);
    return 'node_modules/consul-cfg/schemas/cluster.schema.json';
  });
  expect(text).toBe(written);
  expect(text).not.toContain(key);
  expect(secrets.map(({ option, text: secret }) => [option, secret])).toEqual([['encrypt', key]]);
});

test('what cannot be imported is refused', async () => {
  await expect(importHosts(names, { cwd })).rejects.toThrow('name the release that the hosts run');
  await expect(importHosts(['nowhere'], { consul: '1.20', cwd })).rejects.toThrow('nowhere: does not exist');
  await expect(importHosts([], { consul: '1.20', cwd })).rejects.toThrow('no path was given');
});
