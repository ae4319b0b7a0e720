/** A node's files: what goes where, and how the unit follows from the configuration. */
import { expect, test } from 'vitest';
import { nodeFiles } from '../../src/build/node-files.ts';
import { fillReferences } from '../../src/build/secrets.ts';
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
