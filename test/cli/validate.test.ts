/** `validate`, `merge` and `compare` from the outside: what they print, and their exit codes. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultVersion } from '../../src/options/releases/versions.ts';
import { run } from '../support/run.ts';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const call = (line: string) => run(line.split(' '), { cwd });
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
};

const valid = 'data_dir = "/no/such/dir"\nbind_addr = "127.0.0.1"\n';

describe('validate', () => {
  test.each([
    ['a valid directory', 'a', 0],
    ['an invalid one', 'bad', 1],
    ['a path that is missing', 'none', 1],
    ['a file with another ending', 'notes.txt', 1],
    ['that file, its format given', '--config-format hcl notes.txt', 0],
    ['a format that is none', '--config-format yaml a', 1],
    ['a release that is none', '--consul 9.9 a', 2],
    ['a flag that is none', '--nope a', 2],
    ['an address that is none', '--host-addresses x a', 2],
    ['a symlink to nothing', 'dangling', 1],
    ['an empty directory, where data_dir is missing', 'empty', 1],
  ])('%s: %s exits with %i', async (_name, args, code) => {
    put('a/consul.hcl', valid);
    put('bad/consul.hcl', 'retry-join = []\n');
    put('notes.txt', valid);
    put('dangling/a.hcl', valid);
    symlinkSync('/no/such/file', join(cwd, 'dangling/x.hcl'));
    mkdirSync(join(cwd, 'empty'));
    expect((await call(`validate ${args}`)).code).toBe(code);
  });

  test('nothing to validate is refused, as the agent refuses it', async () => {
    expect(await run(['validate'], { cwd })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no file'),
    });
  });

  test('all paths are one agent, the later ones over the earlier', async () => {
    put('a.hcl', `${valid}ports { http = 70000 }\n`);
    put('b.hcl', 'ports { http = 8500 }\n');
    expect((await call('validate a.hcl b.hcl')).code).toBe(0);
    expect((await call('validate b.hcl a.hcl')).code).toBe(1);
  });

  test('several releases: the findings once, with the releases that have them', async () => {
    put('a.hcl', `${valid}server = true\ndatacenter = "dc_1"\nexperiments = ["resource-apis"]\n`);
    const { code, stdout } = await call('validate --consul 1.16,1.20,1.23 --format json a.hcl');
    const { findings } = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(
      findings.map(({ rule, message }: { rule: string; message: string }) => [rule, message.slice(0, 12)]),
    ).toEqual([['ca/datacenter-name', 'Consul 1.23:']]);
  });

  test('says of each release whether it accepts', async () => {
    put('a.hcl', `${valid}http_config { idle_timeout = "20s" }\n`);
    const { code, stdout } = await call('validate --consul 1.20,2.1 a.hcl');
    expect(code).toBe(1);
    expect(stdout).toMatch(/Consul 1\.20 refuses .*\nConsul 2\.1 accepts .*\n$/);
  });

  test('--each: a line for each path, and 1 where any is refused', async () => {
    put('a/consul.hcl', valid);
    put('b/consul.hcl', `x = 1\n${valid}`);
    const { code, stdout } = await call('validate --each a b');
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(1);
    expect(lines.map(({ path, exit, consul }) => [path, exit, consul])).toEqual([
      ['a', 0, defaultVersion],
      ['b', 1, defaultVersion],
    ]);
    expect(lines[1].findings[0]).toMatchObject({
      rule: 'option/unknown',
      file: 'b/consul.hcl',
      line: 1,
      column: 1,
    });
    expect((await call('validate --each --format json a')).code).toBe(2);
  });

  test.each([
    ['', 0, 'info'],
    ['--host-addresses 10.0.0.1', 0, undefined],
    ['--host-addresses 10.0.0.1,192.168.0.1', 1, 'error'],
    ['--host-addresses 203.0.113.5', 1, 'error'],
  ])('a verdict that hangs on the host: %j', async (flags, code, severity) => {
    put('a.hcl', 'data_dir = "/no/such/dir"\n');
    const ran = await call(`validate --format json ${flags} a.hcl`.replace('  ', ' '));
    expect(ran.code).toBe(code);
    const found = JSON.parse(ran.stdout).findings.find(
      ({ rule }: { rule: string }) => rule === 'address/advertise-detection',
    );
    expect(found?.severity).toBe(severity);
  });

  test('files on disk are looked at only when asked for', async () => {
    put('file', '');
    put('a.hcl', `data_dir = "${join(cwd, 'file')}"\nbind_addr = "127.0.0.1"\n`);
    expect((await call('validate a.hcl')).code).toBe(0);
    expect((await call('validate --check-files a.hcl')).code).toBe(1);
    expect((await call('validate --on-host a.hcl')).code).toBe(1);
  });

  test('a report carries what is known of its rules', async () => {
    put('a.hcl', 'x = 1\n');
    const { stdout } = await call('validate --format sarif a.hcl');
    const ids = JSON.parse(stdout).runs[0].tool.driver.rules.map(
      ({ id, shortDescription }: { id: string; shortDescription?: object }) => [
        id,
        shortDescription !== undefined,
      ],
    );
    expect(ids).toEqual(
      expect.arrayContaining([
        ['storage/data-dir', true],
        ['option/unknown', true],
      ]),
    );
  });
});

describe('merge', () => {
  beforeEach(() => {
    put('d/a.hcl', 'retry_join = ["x"]\nports { http = 1 }\nencrypt = "s3cr3t"\n');
    put('d/b.json', '{"start_join": ["y"], "ports": {"http": 2}}');
  });

  test('one configuration, in either format', async () => {
    const { stdout } = await call('merge d');
    expect(stdout).toMatch(/retry_join = \["x", "y"\]/);
    expect(JSON.parse((await call('merge --to json d')).stdout)).toEqual({
      retry_join: ['x', 'y'],
      ports: { http: 2 },
      encrypt: 's3cr3t',
    });
  });

  test('origins name files and lines, what was before, and no secret', async () => {
    const { stdout } = await call('merge --origins d');
    expect(stdout).toContain('ports.http = 2  # d/b.json:1\n  # instead of 1 in d/a.hcl:2\n');
    expect(stdout).toContain('encrypt = (secret)  # d/a.hcl:3\n');
    const rows = JSON.parse((await call('merge --origins --defaults --to json d')).stdout);
    expect(rows).toContainEqual({ path: 'ports.dns', value: 8600, default: true });
    expect(rows).toContainEqual({ path: 'retry_join[1]', value: 'y', file: 'd/b.json', line: 1 });
  });

  const resolver = (rest: object) =>
    JSON.stringify({
      data_dir: '/d',
      config_entries: { bootstrap: [{ kind: 'service-resolver', name: 'web', ...rest }] },
    });
  const entry = 'config_entries.bootstrap[0]';

  test.each([
    ['a list of one below a map', { failover: { '*': { policy: { regions: ['us'] } } } }],
    ['a list of one empty block', { load_balancer: { policy: 'maglev', hash_policies: [{}] } }],
    ['the same below a map', { failover: { '*': { targets: [{}] } } }],
  ])('a list of which an agent takes a layer is written with one more: %s', async (_name, rest) => {
    put('e/a.json', resolver(rest));
    const { code, stdout, stderr } = await call('merge e');
    expect([code, stderr]).toEqual([0, '']);
    put('again/a.hcl', stdout);
    expect(JSON.parse((await call('merge --to json again')).stdout)).toEqual(
      JSON.parse((await call('merge --to json e')).stdout),
    );
  });

  test.each<[string, string, string]>([
    [
      'null in a list',
      resolver({ meta: { x: 'y' }, failover: { '*': { targets: [null, { service: 'b' }] } } }),
      `${entry}.failover.*.targets`,
    ],
  ])('what HCL cannot express is JSON, with a note: %s', async (_name, text, path) => {
    put('e/a.json', text);
    for (const flags of ['', '--defaults ']) {
      const { code, stdout, stderr } = await call(`merge ${flags}e`);
      expect(code).toBe(0);
      expect(stderr).toContain(`HCL cannot express \`${path}\``);
      expect(JSON.parse(stdout)).toMatchObject(JSON.parse(text));
    }
    expect((await call('merge --to json e')).stderr).toBe('');
  });

  test('no format is one as well, and one that is none is refused', async () => {
    expect(await call('merge --config-format= d')).toEqual(await call('merge d'));
    expect(await call('merge --config-format yaml d')).toMatchObject({ code: 2, stdout: '' });
  });

  test('what cannot be read is not merged', async () => {
    put('d/c.hcl', 'x = 1\n');
    const { code, stdout, stderr } = await call('merge d');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('option/unknown');
  });
});

describe('compare', () => {
  test('what changed, what it takes, and no secret', async () => {
    put('old.hcl', `${valid}log_level = "INFO"\nencrypt = "s3cr3t"\n`);
    put('new.hcl', `${valid}log_level = "DEBUG"\nencrypt = "0ther"\n`);
    const { code, stdout } = await call('compare old.hcl new.hcl');
    expect(code).toBe(0);
    expect(stdout).toContain('reload  log_level\n  "INFO" → "DEBUG"\n');
    expect(stdout).toContain('never   encrypt\n');
    expect(stdout).not.toMatch(/s3cr3t|0ther/);
    const { effort, changes } = JSON.parse((await call('compare --json old.hcl new.hcl')).stdout);
    expect([effort, changes.length]).toEqual(['never', 2]);
  });

  test('nothing changed', async () => {
    put('a.hcl', valid);
    expect((await call('compare a.hcl a.hcl')).stdout).toBe('The agent runs as before.\n');
  });

  test('a path that is missing', async () => {
    put('a.hcl', valid);
    expect((await call('compare a.hcl none')).code).toBe(3);
  });
});
