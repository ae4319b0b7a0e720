/** A node's files: what goes where, and how the unit follows from the configuration. */
import { expect, test } from 'vitest';
import { placeholders } from '../../src/app/render/placeholders.ts';
import { prepare } from '../../src/app/render/prepare.ts';
import { nodeFiles } from '../../src/render/node-files.ts';
import { fillReferences } from '../../src/render/secrets.ts';
import { Source } from '../../src/text/source/source.ts';
import { nodesOf } from '../manifest/helpers.ts';

/** The files of the first node, by path. */
function filesOf(manifest: string): Record<string, string> {
  const [node] = nodesOf(`consul: "1.16"\n${manifest}`);
  const config = fillReferences(node!.config, ({ reference }) => `<${reference.kind}>`);
  return Object.fromEntries(nodeFiles({ ...node!, config }).map(({ path, content }) => [path, content]));
}

const unitOf = (manifest: string): string => filesOf(manifest)['a/etc/systemd/system/consul.service']!;
const json = (files: Record<string, string>, name: string): unknown =>
  JSON.parse(files[`a/etc/consul.d/${name}`]!);

const two = 'servers: { a: , b: }\n';

test('every node has its configuration, unit, account and directories', () => {
  const [node] = nodesOf(`consul: "1.16"\n${two}`);
  expect(nodeFiles(node!).map(({ path, mode, owner }) => `${mode.toString(8)} ${owner} ${path}`)).toEqual([
    '644 root:consul a/etc/consul.d/consul.json',
    '644 root:root a/etc/systemd/system/consul.service',
    '644 root:root a/etc/sysusers.d/consul.conf',
    '644 root:root a/etc/tmpfiles.d/consul.conf',
  ]);
});

test('what is secret goes into a file of its own, as little as the merge allows', () => {
  const files = filesOf(`${two}config:
  encrypt: { env: A }
  acl: { enabled: true, tokens: { agent: { env: A } } }
  services: [{ name: web }, { name: db, token: { env: A } }]
  connect: { enabled: true, ca_config: { address: x, token: { env: A } } }
  cloud: { resource_id: x, client_secret: { env: A } }
  telemetry: { disable_hostname: true, circonus_api_token: { env: A } }
`);
  expect(json(files, '10-secrets.json')).toEqual({
    encrypt: '<env>',
    acl: { tokens: { agent: '<env>' } },
    services: [{ name: 'web' }, { name: 'db', token: '<env>' }],
    connect: { ca_config: { address: 'x', token: '<env>' } },
    cloud: { resource_id: 'x', client_secret: '<env>' },
    telemetry: { circonus_api_token: '<env>' },
  });
  expect(json(files, 'consul.json')).toMatchObject({
    acl: { enabled: true },
    connect: { enabled: true },
    telemetry: { disable_hostname: true },
  });
  expect(JSON.stringify(json(files, 'consul.json'))).not.toMatch(/<env>|services|cloud|tokens/);
  expect(files['a/etc/tmpfiles.d/consul.conf']).toContain(
    'z /etc/consul.d/10-secrets.json 0640 root consul -\n',
  );
});

test('HCL says who wrote it', () => {
  const files = filesOf(`${two}format: hcl\n`);
  expect(files['a/etc/consul.d/consul.hcl']).toMatch(/^# Written by consul-cfg\..*\n\nnode_name +=/);
});

test.each<[what: string, manifest: string, lines: RegExp, no?: RegExp]>([
  ['waits for peers', two, /^Type=notify\nTimeoutStartSec=infinity$/m],
  [
    'is ready at once with nothing to join',
    'servers: { a: { config: { retry_join: ~ } } }\n',
    /^Type=exec$/m,
    /Timeout/,
  ],
  ['joins itself when alone', 'servers: [a]\n', /^Type=notify$/m],
  ['calls a stop no failure', two, /^SuccessExitStatus=1\nRestartForceExitStatus=1$/m],
  ['leaves, and then ends well', `${two}config: { leave_on_terminate: true }\n`, /^Restart=/m, /ExitStatus/],
  ['of a client leaves by default', `clients: [a]\n`, /^Restart=/m, /ExitStatus/],
  ['has no capability', two, /^CapabilityBoundingSet=\nPrivateUsers=yes$/m, /Ambient/],
  [
    'may open low ports',
    `${two}config: { ports: { dns: 53, http: -1 } }\n`,
    /^# .*: dns 53\.\nAmbientCapabilities=CAP_NET_BIND_SERVICE\nCapabilityBoundingSet=CAP_NET_BIND_SERVICE$/m,
    /PrivateUsers/,
  ],
  [
    'leaves script checks their freedom',
    `${two}config: { enable_local_script_checks: true }\n`,
    /./,
    /ProtectProc/,
  ],
  ['names where it writes', `${two}config: { data_dir: "/srv/a b%" }\n`, /^ReadWritePaths="\/srv\/a b%%"$/m],
  [
    'opens the places of logs, pid files and sockets',
    `${two}config: { log_file: /var/log/consul/, pid_file: /run/consul/pid, addresses: { http: "unix:///run/consul/http.sock" } }\n`,
    /^ReadWritePaths=\/var\/lib\/consul \/var\/log\/consul \/run\/consul$/m,
  ],
  [
    'opens the directory of every unix socket, apart from that of the pid file',
    `${two}config: { pid_file: /run/consul/pid, addresses: { http: "unix:///run/consul-http/s 127.0.0.1", dns: "unix:///run/consul-dns/s" } }\n`,
    /^ReadWritePaths=\/var\/lib\/consul \/run\/consul \/run\/consul-http \/run\/consul-dns$/m,
  ],
  ['sees /home where its data is there', `${two}config: { data_dir: /home/consul }\n`, /./, /ProtectHome/],
  ['sees /tmp where its data is there', `${two}config: { data_dir: /tmp/consul }\n`, /./, /PrivateTmp/],
  [
    'runs another binary as another user',
    `${two}systemd: { binary: /opt/c/consul, user: u, group: g }\n`,
    /^User=u\nGroup=g\nExecStart=\/opt\/c\/consul agent /m,
  ],
  [
    'takes directives of the manifest last',
    `${two}systemd: { service: { LimitNOFILE: 9, PrivateTmp: false, ExecStartPre: ["", /bin/true] } }\n`,
    /\n# From the manifest\.\nLimitNOFILE=9\nPrivateTmp=no\nExecStartPre=\nExecStartPre=\/bin\/true\n\n\[Install\]/,
  ],
])('a unit that %s', (_, manifest, lines, no) => {
  const unit = unitOf(manifest);
  expect(unit).toMatch(lines);
  if (no) expect(unit).not.toMatch(no);
});

test.each(['a\nUser=root', 'x\\', 'a\u2028b'])('a directive cannot bring another line: %j', (value) => {
  const manifest = `${two}systemd: { service: { Nice: ${JSON.stringify(value)} } }\n`;
  expect(() => unitOf(manifest)).toThrow(
    /systemd\.service\.Nice` must (be one line|not end with a backslash)/,
  );
});

test('a group of its own is made, and the account put into it', () => {
  const sysusers = filesOf(`${two}systemd: { user: u, group: g }\n`)['a/etc/sysusers.d/consul.conf'];
  expect(sysusers).toMatch(/\ng g -\nu u - "[^"]+" \/var\/lib\/consul\nm u g\n$/);
});

test('directories of the system are not made ours', () => {
  const tmpfiles = filesOf(`${two}config: { log_file: /var/log/consul.log }\n`)[
    'a/etc/tmpfiles.d/consul.conf'
  ];
  expect(tmpfiles).toContain('d /var/lib/consul 0750 consul consul -\n');
  expect(tmpfiles).not.toContain('/var/log');
});

const madeBy = (config: string): string[] => {
  const files = filesOf(`${two}config: ${config}\n`);
  const lines = [...files['a/etc/tmpfiles.d/consul.conf']!.matchAll(/^d (\S+)/gm)].map(([, path]) => path!);
  const opened = /^ReadWritePaths=(.*)$/m.exec(files['a/etc/systemd/system/consul.service']!)?.[1] ?? '';
  const usual = new Set(['/etc/consul.d', '/var/lib/consul', '']);
  expect(lines.filter((path, i) => lines.indexOf(path) !== i)).toEqual([]);
  return [...lines, ...opened.split(' ')].filter((path) => !usual.has(path));
};

test.each([
  '{ log_file: /dev/null }',
  '{ addresses: { http: "unix:///dev/shm/c.sock" } }',
  '{ log_file: "/var/log/./x.log" }',
  '{ log_file: "/var//log/x.log" }',
  '{ log_file: /var/log/ }',
  '{ log_file: /var/log/postgresql/consul.log }',
  '{ addresses: { http: "unix:///var/run/postgresql/c.sock" } }',
  '{ log_file: /run/lock/x.log }',
  '{ pid_file: /run/consul.pid }',
  '{ log_file: /etc/systemd/system/x.log }',
  '{ log_file: /etc/consul-template.d/x.log }',
  '{ log_file: /etc/consul.d/x.log }',
  '{ data_dir: /etc/consul.d }',
  '{ data_dir: /etc//consul.d/ }',
  '{ data_dir: /usr/local }',
  '{ data_dir: /usr/local/bin/consul }',
  '{ data_dir: /home/alice }',
])("directories that are not Consul's are neither made nor opened: %s", (config) => {
  expect(madeBy(config)).toEqual([]);
});

test.each([
  ['{ log_file: /var/log/consul/x.log }', ['/var/log/consul']],
  ['{ pid_file: /var/run/consul//x.pid }', ['/run/consul']],
  ['{ data_dir: /mnt/disk/consul }', ['/mnt/disk/consul']],
  ['{ data_dir: /opt/consul/./data/ }', ['/opt/consul/data']],
])("directories that are Consul's by their name are made and opened, under one name: %s", (config, paths) => {
  expect(madeBy(config)).toEqual([...paths, ...paths]);
});

test('a disk of its own is opened, but its owner is left alone', () => {
  expect(madeBy('{ data_dir: /data }')).toEqual(['/data']);
});

const saysOf = (config: string): string[] => {
  const source = new Source('cluster.yaml', `consul: "1.16"\n${two}config: ${config}\n`);
  return prepare(source, placeholders).findings.map(({ severity, message }) => `${severity} ${message}`);
};

test.each([
  [
    '{ log_file: /var/log/x.log }',
    /^warning `log_file` is in \/var\/log, .* such as \/var\/log\/consul\/consul\.log$/,
  ],
  ['{ data_dir: /usr/local }', /^error `data_dir` is in \/usr\/local, .* such as \/var\/lib\/consul$/],
  [
    '{ log_file: /etc/consul.d/x.log }',
    /^warning .* the directory that the agent reads its configuration from/,
  ],
  ['{ data_dir: /data }', /^warning .* install -d -o consul -g consul -m 0750 "\/data" on the host$/],
])('what nothing is made for is reported: %s', (config, reported) => {
  expect(saysOf(config)).toEqual([expect.stringMatching(reported)]);
});

test.each([
  '{ data_dir: /opt/consul, log_file: /var/log/consul/ }',
  '{ addresses: { dns: "unix:///x" }, ports: { dns: -1 } }',
])('where all is well nothing is: %s', (config) => {
  expect(saysOf(config)).toEqual([]);
});
