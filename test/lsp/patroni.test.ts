/** Patroni's configuration in an editor: the findings of the command, and their fixes. */
import { expect, test } from 'vitest';
import { applyAll, newSession } from './editor.ts';

const text =
  'scope: main\nname: pg1\nconsul:\n  host: 127.0.0.1:8500\n  checks:\n    - serfHealth\n  dc: dc1\n';

async function findingsIn(path: string, opened: string, files: Readonly<Record<string, string>> = {}) {
  const session = newSession(files);
  session.open(`file://${path}`, 'yaml', opened);
  await session.ready();
  const diagnostics = session
    .diagnostics()
    .flatMap(({ uri, diagnostics: found }) =>
      found.map(({ code, range }) => `${uri.slice('file://'.length)}:${range.start.line + 1} ${code}`),
    );
  return { session, diagnostics };
}

test('a file by itself, and the fix of its list', async () => {
  const path = '/estate/patroni.yml';
  const { session, diagnostics } = await findingsIn(path, text);
  expect(diagnostics).toEqual([`${path}:6 patroni/session-checks`]);
  const at = { start: { line: 5, character: 6 }, end: { line: 5, character: 6 } };
  const [action] = session.codeActions(`file://${path}`, at, undefined);
  expect(action?.title).toBe('Write checks: []');
  expect(applyAll(`file://${path}`, text, action?.edit)).toBe(
    'scope: main\nname: pg1\nconsul:\n  host: 127.0.0.1:8500\n  checks: []\n  dc: dc1\n',
  );
});

test('on its machine, with the agent and the unit that it belongs to', async () => {
  const files = {
    '/estate/pg1/etc/consul.d/consul.hcl':
      'data_dir = "/var/lib/consul"\nacl {\n  enabled = true\n  default_policy = "deny"\n}\n',
    '/estate/pg1/etc/systemd/system/patroni.service':
      '[Unit]\nAfter=consul.service\n[Service]\nUser=postgres\nExecStart=/usr/bin/patroni /etc/patroni\n',
    '/estate/pg1/etc/patroni/extra.yml': 'etcd3:\n  hosts: 10.0.0.9:2379\n',
  };
  const whole = `${text.replace('    - serfHealth\n', '    []\n')}  register_service: true\n`;
  const { diagnostics } = await findingsIn('/estate/pg1/etc/patroni/patroni.yml', whole, files);
  expect(diagnostics.sort()).toEqual([
    '/estate/pg1/etc/consul.d/consul.hcl:1 address/no-advertise',
    '/estate/pg1/etc/consul.d/consul.hcl:1 gossip/unencrypted',
    '/estate/pg1/etc/consul.d/consul.hcl:3 acl/no-agent-token',
    '/estate/pg1/etc/patroni/extra.yml:1 patroni/other-store',
    '/estate/pg1/etc/patroni/patroni.yml:8 patroni/dns-denied',
  ]);
});

test('a manifest with the key patroni is still a manifest', async () => {
  const { diagnostics } = await findingsIn('/estate/cluster.yaml', 'consul: "1.20"\npatroni: { nope: 1 }\n');
  expect(diagnostics.map((one) => one.split(' ')[1])).toContain('manifest/invalid');
});
