import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run } from '../support/run.ts';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-upgrade-'));
});

afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

const old = `data_dir = "/var/lib/consul"
server = true # one of three
ui = true
start_join = ["srv2"]
retry_join = ["srv3"]
ca_file = "/etc/ca.pem"
cert_file = "/etc/cert.pem"
key_file = "/etc/key.pem"
verify_outgoing = true
tls_min_version = "tls11"
telemetry {
  disable_hostname = false
}
`;

it('shows what moves, and what is left to decide, release by release', async () => {
  write('consul.hcl', old);
  const { code, stdout } = await run(['upgrade', '--from', '1.10', '--to', '1.20', 'consul.hcl'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain('-ui = true\n');
  expect(stdout).toContain('+retry_join = ["srv3", "srv2"]\n');
  expect([...stdout.matchAll(/^Since (.*):$/gm)].map(([, since]) => since)).toEqual([
    '1.11',
    '1.12',
    '1.13',
    '1.14',
    '1.14.4',
    '1.15',
    '1.15.3',
    '1.16',
    '1.17',
    '1.18',
    '1.19',
    '1.20.1',
  ]);
  expect(stdout).toContain('consul.hcl:12:22 (consul)');
  expect(stdout).toContain('  elsewhere: upgrade all servers before the first client');
  expect(readFileSync(join(cwd, 'consul.hcl'), 'utf8')).toBe(old);
});

it('writes, and then has nothing to move', async () => {
  write('consul.hcl', old);
  const first = await run(['upgrade', '--from', '1.10', '--to', '1.20', '--write', 'consul.hcl'], { cwd });
  expect(first.stderr).toMatch(/^fixed \d+ findings in 1 file\n$/);
  const text = readFileSync(join(cwd, 'consul.hcl'), 'utf8');
  expect(text).toContain('tls_min_version = "TLSv1_2"');
  expect(text).toContain('server = true # one of three');
  const second = await run(['upgrade', '--from', '1.10', '--to', '1.20', 'consul.hcl'], { cwd });
  expect(second.stdout).toMatch(/^Since 1\.11:/);
});

it('says what the target refuses', async () => {
  write('consul.hcl', 'data_dir = "/x"\nraft_prevote_disabled = true\n');
  const { code, stdout } = await run(['upgrade', '--from', '1.16', '--to', '1.20', 'consul.hcl'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^Refused by Consul 1\.20:\n {2}consul\.hcl:2:1 {2}raft_prevote_disabled/);
});

it('asks for the release that runs now', async () => {
  write('consul.hcl', 'data_dir = "/x"\n');
  expect((await run(['upgrade', 'consul.hcl'], { cwd })).code).toBe(2);
  expect((await run(['upgrade', '--from', 'old', 'consul.hcl'], { cwd })).code).toBe(2);
});

it('is content where nothing changed', async () => {
  write('consul.hcl', 'data_dir = "/x"\nports {\n  http = -1\n}\nconnect {\n  enabled = false\n}\n');
  const { stdout } = await run(['upgrade', '--from', '1.20', '--to', '2.1', 'consul.hcl'], { cwd });
  expect(stdout).toBe('There is nothing to decide.\n');
});

it.each([
  ['HCL', 'a.hcl', 'data_dir = "/x"\nbind_addr = 10.0.0.1\n'],
  ['HCL with an escape', 'a.hcl', 'data_dir = "C:\\users\\consul"\n'],
  ['JSON', 'a.json', '{"data_dir": "/x", "server": }\n'],
])('a file that no agent reads is not upgraded, and that is reported: %s', async (_, name, text) => {
  write(name, text);
  const { code, stdout } = await run(['upgrade', '--from', '1.10', '--to', '1.20', name], { cwd });
  expect([code, stdout]).toEqual([1, expect.stringContaining(`${name}:`)]);
});

it('refuses the way to an older release', async () => {
  write('consul.hcl', old);
  const { code, stderr } = await run(['upgrade', '--from', '1.20', '--to', '1.16', 'consul.hcl'], { cwd });
  expect([code, stderr]).toEqual([2, expect.stringContaining('--from 1.20 is newer than --to 1.16')]);
});

it('names a file of options, not one of secrets, for an option that is not set', async () => {
  write('a/consul.d/10-secrets.json', '{ "encrypt": "aJflykWqQd0Cs3p/HgTHFqtkrtikce19XaUjdhdg2Pw=" }\n');
  write('a/consul.d/consul.json', '{ "server": true, "data_dir": "/opt/consul" }\n');
  const { stdout } = await run(['upgrade', '--from', '1.13', '--to', '1.17', 'a/consul.d'], { cwd });
  expect(stdout).toContain('peering.enabled: cluster peering is on');
  expect(stdout).toContain('consul.json:1:1');
  expect(stdout).not.toContain('10-secrets.json');
});
