/** The programs of `examples/scripts/` do what their first lines say. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { generateGossipKey } from 'consul-cfg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { repository, run } from '../support/run.ts';
import { runScript } from './run-script.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-scripts-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

const read = (path: string): string => readFileSync(join(cwd, path), 'utf8');

test('each program says on top what it does and how it is run', () => {
  const names = readdirSync(join(repository, 'examples/scripts')).filter((name) => !name.includes('.test.'));
  expect(names.sort()).toEqual([
    'deploy.ts',
    'lint-generated.ts',
    'own-rule.ts',
    'render.ts',
    'user-data.ts',
  ]);
  for (const name of names) {
    const text = readFileSync(join(repository, 'examples/scripts', name), 'utf8');
    expect(text).toMatch(/^\/\*\*\n \* [A-Z]/);
    expect(text).toContain(`npx tsx examples/scripts/${name}`);
  }
});

describe('render.ts', () => {
  const env = { GOSSIP_KEY: generateGossipKey() };
  const secret = 'out/srv1/etc/consul.d/10-secrets.json';

  test('writes three nodes as the command does, and is content with them', async () => {
    expect(await runScript('render.ts', ['out'], { cwd, env })).toEqual({
      code: 0,
      stdout: 'out: 16 written, 0 removed\n',
      stderr: '',
    });
    const { retry_join, datacenter } = JSON.parse(read('out/srv1/etc/consul.d/consul.json'));
    expect({ retry_join, datacenter }).toEqual({ retry_join: ['10.0.0.2', '10.0.0.3'], datacenter: 'fra1' });
    expect(read(secret)).toContain(env.GOSSIP_KEY);
    expect(statSync(join(cwd, secret)).mode & 0o7).toBe(0);
    expect((await run(['lint', 'out'], { cwd })).code).toBe(0);
    expect((await runScript('render.ts', ['out'], { cwd, env })).stdout).toBe('out: 0 written, 0 removed\n');
  });

  test('the check needs neither the key nor the files that hold it', async () => {
    await runScript('render.ts', ['out'], { cwd, env });
    for (const node of ['srv1', 'srv2', 'srv3']) rmSync(join(cwd, secret.replace('srv1', node)));
    expect(await runScript('render.ts', ['--check', 'out'], { cwd })).toEqual({
      code: 0,
      stdout: 'out is as rendered\n',
      stderr: '',
    });
    expect(existsSync(join(cwd, secret))).toBe(false);
  });

  test('what is changed or missing fails the check', async () => {
    await runScript('render.ts', ['out'], { cwd, env });
    put('out/srv2/etc/consul.d/consul.json', '{}');
    rmSync(join(cwd, 'out/srv3/etc/consul.d/consul.json'));
    const { code, stdout, stderr } = await runScript('render.ts', ['--check', 'out'], { cwd });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /^refuse +srv2\/etc\/consul\.d\/consul\.json\ncreate +srv3\/etc\/consul\.d\/consul\.json\n$/,
    );
  });

  test('a key that no agent takes is refused with the property, and nothing is written', async () => {
    const { code, stderr } = await runScript('render.ts', ['out'], { cwd, env: { GOSSIP_KEY: 'abc' } });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^\w+\(\): config\.encrypt/);
    expect(stderr).not.toContain('abc');
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });
});

describe('lint-generated.ts', () => {
  const agent = (n: number, more: object = {}) => ({
    server: true,
    bootstrap_expect: 3,
    data_dir: '/opt/consul',
    bind_addr: `10.0.0.${n}`,
    retry_join: ['10.0.0.1', '10.0.0.2', '10.0.0.3'],
    encrypt: key,
    ...more,
  });
  const key = generateGossipKey();

  test('nodes without an error pass', async () => {
    put('generated.json', JSON.stringify({ srv1: agent(1), srv2: agent(2), srv3: agent(3) }));
    const { code, stdout } = await runScript('lint-generated.ts', ['generated.json'], { cwd });
    expect(code).toBe(0);
    expect(stdout).not.toContain('::error');
    expect(stdout).toMatch(/3 nodes: 0 errors, \d+ warnings?\n$/);
  });

  test('an error of one node, and one of the cluster, become annotations and fail the build', async () => {
    put(
      'generated.json',
      JSON.stringify({ srv1: agent(1, { datacentre: 'x' }), srv2: agent(2), srv3: agent(2) }),
    );
    const { code, stdout } = await runScript('lint-generated.ts', ['generated.json'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error file=srv1\/consul\.json,line=12,.*title=option\/unknown::.*datacenter/m);
    expect(stdout).toMatch(/^::error file=srv\d\/consul\.json,.*title=cluster\/duplicate-address::/m);
    expect(stdout).not.toContain(key);
  });
});

describe('deploy.ts', () => {
  const manifest = (more = '') => `consul: "1.20"
profile: production
servers: { srv1: { address: 10.0.0.1 }, srv2: { address: 10.0.0.2 }, srv3: { address: 10.0.0.3 } }
config: { encrypt: { generate: gossip.key }, ${more} }
`;

  /** It keeps what each host gets, and hosts that are directories answer with their files. */
  const fakeSsh = `#!/bin/bash
host=\${5#root@}
case "$6" in
*base64*) cd "$HOSTS/$host" 2> /dev/null || exit 0; command=\${6/cd \\//cd .}; bash -c "$command" ;;
tar*) mkdir -p "$HOSTS/$host"; tar -C "$HOSTS/$host" -x --no-same-owner; echo "$host tar" >> "$HOSTS/log" ;;
*) echo "$host $6" >> "$HOSTS/log"; [ "$host" != "$BROKEN" ] ;;
esac
`;

  const deploy = async (env: Record<string, string> = {}, ...nodes: string[]) => {
    rmSync(join(cwd, 'hosts/log'), { force: true });
    const PATH = `${join(cwd, 'bin')}${delimiter}${process.env.PATH}`;
    const HOSTS = join(cwd, 'hosts');
    const ran = await runScript('deploy.ts', ['cluster.yaml', ...nodes], {
      cwd,
      env: { PATH, HOSTS, ...env },
    });
    const log = existsSync(join(cwd, 'hosts/log')) ? read('hosts/log') : '';
    return { ...ran, log: log.trimEnd().split('\n') };
  };

  beforeEach(() => {
    put('bin/ssh', fakeSsh);
    chmodSync(join(cwd, 'bin/ssh'), 0o755);
    put('cluster.yaml', manifest());
  });

  test('installs, then does nothing, reloads or restarts as the change asks for', async () => {
    const first = await deploy();
    expect(first).toMatchObject({
      code: 0,
      stdout: 'srv1: install\nsrv2: install\nsrv3: install\n',
      stderr: '',
    });
    expect(first.log).toHaveLength(6);
    expect(first.log[0]).toBe('srv1 tar');
    expect(first.log[1]).toMatch(/^srv1 systemd-sysusers .*systemctl enable --now --no-block consul$/);
    const config = 'hosts/srv2/etc/consul.d/';
    expect(JSON.parse(read(`${config}10-secrets.json`)).encrypt).toBe(read('gossip.key').trim());
    expect(statSync(join(cwd, `${config}10-secrets.json`)).mode & 0o777).toBe(0o640);

    expect(await deploy()).toMatchObject({
      stdout: 'srv1: nothing\nsrv2: nothing\nsrv3: nothing\n',
      log: [''],
    });

    put('cluster.yaml', manifest('log_level: DEBUG'));
    const reload = await deploy({}, 'srv2');
    expect(reload.stdout).toBe('srv2: reload\n');
    expect(reload.log[1]).toMatch(/^srv2 .*daemon-reload && systemctl reload consul$/);

    put('cluster.yaml', manifest('ports: { http: 8600, dns: 8601 }'));
    const restart = await deploy({}, 'srv1');
    expect(restart.stdout).toBe('srv1: restart\n');
    expect(restart.log[1]).toMatch(/systemctl restart .*autopilot\/health/);
  });

  test('files of others on the host count', async () => {
    await deploy();
    put('hosts/srv1/etc/consul.d/zz-old.json', '{ "log_level": "TRACE" }');
    put('cluster.yaml', manifest('log_level: DEBUG'));
    // The agent reads zz-old.json last: the level stays TRACE, so no reload is due.
    expect((await deploy({}, 'srv1')).stdout).toBe('srv1: nothing\n');
  });

  test('a host that fails ends the roll-out before the next one', async () => {
    await deploy();
    put('cluster.yaml', manifest('log_level: DEBUG'));
    const { code, stdout, stderr } = await deploy({ BROKEN: 'srv2' });
    expect(code).toBe(1);
    expect(stdout).toBe('srv1: reload\nsrv2: reload\n');
    expect(stderr).toMatch(/^srv2: .*exits with 1\n$/s);
  });

  test('a change that no restart makes is left to a person', async () => {
    await deploy();
    rmSync(join(cwd, 'gossip.key'));
    const { code, stdout, stderr, log } = await deploy();
    expect({ code, stdout, log }).toEqual({ code: 1, stdout: 'srv1: decide\n', log: [''] });
    expect(stderr).toMatch(/^encrypt: .*keyring/);
  });
});

test('user-data.ts: cloud-init for each machine, without keys, and small enough', async () => {
  const { code, stdout } = await runScript('user-data.ts', [], { cwd });
  expect(code).toBe(0);
  const parts = stdout.split(/^# (?=srv)/m).slice(1);
  expect(parts.map((part) => part.split('\n')[0])).toEqual([
    'srv1 at 10.0.1.11 in eu-central-1a',
    'srv2 at 10.0.2.11 in eu-central-1b',
    'srv3 at 10.0.3.11 in eu-central-1c',
  ]);
  for (const part of parts) {
    const [, header, ...rest] = part.split('\n');
    expect(header).toBe('#cloud-config');
    const { write_files, runcmd } = JSON.parse(rest.join('\n'));
    const agent = write_files.find(({ path }: { path: string }) => path === '/etc/consul.d/consul.json');
    expect(agent).toMatchObject({ owner: 'root:consul', permissions: '0644', defer: true });
    expect(JSON.parse(agent.content).node_meta.zone).toMatch(/^eu-central-1[abc]$/);
    expect(runcmd.at(-1)).toContain('systemctl enable');
  }
});

test('own-rule.ts: the rule runs with those of the catalogue', async () => {
  put('srv1/etc/consul.d/consul.hcl', 'node_name = "srv1"\nserver = true\ndata_dri = "/x"\n');
  const { code, stdout } = await runScript('own-rule.ts', ['.'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toMatch(/srv1\/etc\/consul\.d\/consul\.hcl:1:\d+: error.*acme\/site-in-name/);
  expect(stdout).toMatch(/option\/unknown/);
});
