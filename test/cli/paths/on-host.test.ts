/** `lint --on-host` on a real disk: it looks where it is asked to, and changes nothing. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run } from '../../support/run.ts';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-host-'));
});

afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const key = 'Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE=';
const other = 'QW5vdGhlcktleVRoYXRJc05vdFJlYWxFaXRoZXIhISE=';

function write(more: string): void {
  writeFileSync(
    join(cwd, 'x.hcl'),
    `data_dir = "${cwd}/data"\nencrypt = "${key}"\nbind_addr = "127.0.0.1"\n${more}`,
  );
}

async function reported(...flags: string[]): Promise<string[]> {
  const { stdout } = await run(['lint', 'x.hcl', '--format', 'json', ...flags], { cwd });
  const { findings } = JSON.parse(stdout) as { findings: { rule: string }[] };
  const aboutTheMachine = /^files\/missing$|^log\/file-directory$|keyring|metadata|not-on-host/;
  return findings.map(({ rule }) => rule).filter((rule) => aboutTheMachine.test(rule));
}

it('says of files and addresses whether they are there, and without the flag nothing', async () => {
  write(
    `log_file = "${cwd}/log/consul.log"\npid_file = "${cwd}/run/consul.pid"\nclient_addr = "203.0.113.77"\n`,
  );
  expect(await reported()).toEqual([]);
  expect(await reported('--on-host')).toEqual(['log/file-directory', 'files/missing', 'address/not-on-host']);
  mkdirSync(join(cwd, 'log'));
  mkdirSync(join(cwd, 'run'));
  expect(await reported('--on-host')).toEqual(['address/not-on-host']);
});

it('knows the addresses of the machine', async () => {
  const own = Object.values(networkInterfaces())
    .flatMap((found) => found ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4');
  write(`client_addr = "127.0.0.1${own ? ` ${own.address}` : ''}"\n`);
  expect(await reported('--on-host')).toEqual([]);
});

it('reads what the agent has kept, and leaves everything as it was', async () => {
  mkdirSync(join(cwd, 'data/serf'), { recursive: true });
  writeFileSync(join(cwd, 'data/serf/local.keyring'), `["${other}"]`);
  writeFileSync(join(cwd, 'data/server_metadata.json'), '{ "last_seen_unix": 1 }');
  write('server = true\n');
  const before = snapshot();
  const { stdout } = await run(['lint', '--on-host', 'x.hcl'], { cwd });
  expect(await reported('--on-host')).toEqual(['storage/stale-server-metadata', 'gossip/keyring-differs']);
  expect(stdout).not.toContain(other);
  expect(stdout).not.toContain(key);
  expect(snapshot()).toEqual(before);
});

const snapshot = (): string[] =>
  readdirSync(cwd, { recursive: true, encoding: 'utf8' })
    .map((path) => `${path} ${statSync(join(cwd, path)).mtimeMs} ${statSync(join(cwd, path)).size}`)
    .sort();
