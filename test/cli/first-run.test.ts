/** What somebody sees who does not know the program yet: what to do next, and never a stack trace. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../support/run.ts';

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
  mkdirSync(join(cwd, 'empty'));
  mkdirSync(join(cwd, 'project'));
  writeFileSync(join(cwd, 'project/cluster.yaml'), 'consul: "1.20"\nservers: [a]\n');
  writeFileSync(join(cwd, 'README.md'), 'no configuration\n');
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

test.each<[line: string, code: number, reported: RegExp]>([
  ['', 2, /To begin:\n {2}\$ consul-cfg init/],
  ['--help', 0, /To begin:/],
  ['rendr', 2, /^consul-cfg: unknown command 'rendr'\n\(Did you mean render\?\)\n`consul-cfg --help`/],
  ['help lin', 2, /unknown command 'lin'\n\(Did you mean lint\?\)/],
  ['lint', 0, /^project\/cluster\.yaml:1:1 {2}warning {2}gossip\/unencrypted\n/],
  ['lint --fixx .', 2, /unknown option '--fixx'\n\(Did you mean --fix\?\)\n/],
  ['lint nope', 3, /^consul-cfg: nope does not exist\n$/],
  ['lint empty', 3, /^consul-cfg: empty holds no Consul configuration \(\*\.json, \*\.hcl\)\n$/],
  ['lint project', 0, /^project\/cluster\.yaml:1:1 {2}warning {2}gossip\/unencrypted\n/],
  ['lint README.md', 2, /ends in neither \.json nor \.hcl/],
  ['render', 2, /name a manifest, such as cluster\.yaml \(`consul-cfg init` writes a first one\)/],
  ['render cluster.yaml --out x', 3, /cluster\.yaml does not exist; `consul-cfg init` writes a first one\n$/],
  ['render project/cluster.yaml', 0, /\n5 files, 5 written in rendered\n/],
  ['render project --out x', 3, /project is a directory; name the manifest in it\n$/],
  ['merge empty', 3, /^consul-cfg: empty holds no Consul configuration/],
  ['merge nope', 3, /^consul-cfg: nope does not exist/],
  ['compare empty empty', 3, /^consul-cfg: empty holds no Consul configuration/],
  ['upgrade project', 2, /--from takes the release that runs now/],
  ['init', 2, /^consul-cfg: name the servers: consul-cfg init --servers/],
  ['explain retry_joyn', 0, /this one comes nearest/],
])('consul-cfg %s', async (line, code, reported) => {
  const argv = line.split(' ').filter((word) => word !== '');
  const ran = await run(argv, { cwd, stdin: '' });
  expect(ran.stdout + ran.stderr).toMatch(reported);
  expect(ran.code).toBe(code);
  expect(ran.stderr).not.toContain('    at ');
});
