/** What Ansible is given: an inventory without secrets, and a play that is the same for every cluster. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { run } from '../../support/run.ts';

let cwd: string;

const manifest = `consul: "1.20"
profile: patroni
patroni: { token: { generate: secrets/patroni.token } }
acl: {}
servers: { s1: { address: 10.0.0.1 }, s2: { address: 10.0.0.2 }, s3: { address: 10.0.0.3 } }
clients: { c1: { address: 10.0.0.4, config: { addresses: { http: unix:///run/consul/http.sock } } }, c2: {} }
config: { encrypt: { generate: secrets/gossip.key } }
`;

const read = (path: string): string => readFileSync(join(cwd, path), 'utf8');

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
  writeFileSync(join(cwd, 'cluster.yaml'), manifest);
  const { code, stderr } = await run(['render', '--for', 'ansible', '--no-lint'], { cwd });
  expect([code, stderr]).toEqual([0, '']);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

test('every host is in its group, and what all hosts have in common is written once', () => {
  const { consul, ...steps } = parse(read('rendered/ansible/inventory.yaml'));
  const { consul_servers: servers, consul_clients: clients } = consul.children;
  expect(Object.keys(servers.hosts)).toEqual(['s1', 's2', 's3']);
  expect(Object.keys(clients.hosts)).toEqual(['c1', 'c2']);
  expect(servers.hosts.s1).toMatchObject({ ansible_host: '10.0.0.1', consul_cfg_role: 'server' });
  expect(clients.hosts.c1).toMatchObject({
    ansible_host: '10.0.0.4',
    consul_cfg_environment: { CONSUL_HTTP_ADDR: 'unix:///run/consul/http.sock' },
  });
  expect(clients.hosts.c2.ansible_host).toBe('c2');
  expect(consul.vars).toMatchObject({
    consul_cfg_datacenter: 'dc1',
    consul_cfg_spare: 1,
    consul_cfg_needs_token: true,
  });
  expect(Object.keys(steps).every((name) => name.startsWith('consul_cfg_step_'))).toBe(true);
});

test('every rendered file of a host is listed with its owner and mode, once', () => {
  const { consul } = parse(read('rendered/ansible/inventory.yaml'));
  const groups = Object.values<{ hosts: Record<string, Record<string, unknown>> }>(consul.children);
  for (const [name, own] of groups.flatMap(({ hosts }) => Object.entries(hosts))) {
    const all = { ...consul.vars, ...own };
    const listed = ['account_files', 'files', 'other_files', 'patroni_files'].flatMap(
      (list) => all[`consul_cfg_${list}`],
    );
    const written = readdirSync(join(cwd, 'rendered', name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(cwd, 'rendered', name).length));
    expect(listed.map(({ path }) => path).sort()).toEqual(written.sort());
    const secret = listed.find(({ path }) => path.endsWith('10-secrets.json'));
    expect(secret).toEqual({
      path: '/etc/consul.d/10-secrets.json',
      owner: 'root',
      group: 'consul',
      mode: '0640',
    });
  }
});

test('no secret is in the inventory or the play', () => {
  const secrets = readdirSync(join(cwd, 'secrets'))
    .filter((name) => !name.startsWith('.'))
    .map((name) => read(`secrets/${name}`).trim());
  expect(secrets.length).toBeGreaterThan(1);
  const texts = readdirSync(join(cwd, 'rendered/ansible'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => read(`rendered/ansible/${name}`));
  for (const text of texts) for (const secret of secrets) expect(text).not.toContain(secret);
});

test('the play stops at the first host that fails, and takes one server at a time, the leader last', () => {
  const plays: readonly Record<string, unknown>[] = parse(read('rendered/ansible/roll-out.yaml'));
  for (const play of plays) expect(play).toMatchObject({ any_errors_fatal: true, max_fail_percentage: 0 });
  const servers = plays.find(({ hosts }) => String(hosts).includes('follower'));
  expect(servers).toMatchObject({
    serial: 1,
    hosts: 'consul_cfg_step_stopped:consul_cfg_step_follower:consul_cfg_step_leader',
  });
  expect(plays.find(({ hosts }) => hosts === 'consul_cfg_step_client')).toMatchObject({ serial: 1 });
});

test('modules have their whole names, and files that are included are there', () => {
  const names = readdirSync(join(cwd, 'rendered/ansible/tasks'));
  const keywords =
    /^(?:name|when|loop|loop_control|register|until|retries|delay|changed_when|failed_when|vars|environment|diff|delegate_to|become|block|always)$/;
  const visit = (tasks: readonly Record<string, unknown>[]): void => {
    for (const task of tasks) {
      for (const part of [task.block, task.always]) if (Array.isArray(part)) visit(part);
      const modules = Object.keys(task).filter((key) => !keywords.test(key));
      for (const module of modules) expect(module).toMatch(/^ansible\.builtin\.\w+$/);
      const included = task['ansible.builtin.include_tasks'] ?? task['ansible.builtin.import_tasks'];
      if (typeof included === 'string') expect(names).toContain(included.replace('tasks/', ''));
    }
  };
  for (const name of names) visit(parse(read(`rendered/ansible/tasks/${name}`)));
  const plays: readonly { tasks: Record<string, unknown>[] }[] = parse(
    read('rendered/ansible/roll-out.yaml'),
  );
  for (const { tasks } of plays) visit(tasks);
});

test('what -e gives is a text: whether it is true is asked of a filter', () => {
  const texts = readdirSync(join(cwd, 'rendered/ansible'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => read(`rendered/ansible/${name}`));
  const asked = texts.flatMap((text) => text.match(/default\(false\).{0,8}/g) ?? []);
  expect(asked.length).toBeGreaterThan(2);
  for (const expression of asked) expect(expression).toMatch(/^default\(false\) \| bool\b/);
});

test('lint reads the tree as before', async () => {
  const { stdout } = await run(['lint', 'rendered', '--format', 'json'], { cwd });
  const { findings }: { findings: { file: string }[] } = JSON.parse(stdout);
  expect(findings.filter(({ file }) => file.includes('/ansible/'))).toEqual([]);
});

test('a render without a target leaves the play, and says that it is stale', async () => {
  const { stdout } = await run(['render', '--no-lint', '--dry-run'], { cwd });
  expect(stdout).toContain('stale   ansible/inventory.yaml');
});
