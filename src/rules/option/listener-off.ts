import { hasHttpApi, opensSocket } from '../../subjects/agent/listeners.ts';
import { flagsOf, isServer } from '../../subjects/agent/predicates.ts';
import type { Node } from '../../subjects/subjects.ts';
import { rule } from '../rule.ts';
import { reportUnused, type Unused } from './support/unused.ts';

/** Of a port that is not a number it is not known. */
function isOff({ config }: Node, port: string): boolean {
  const path = `ports.${port}`;
  return (config.number(path) ?? 0) <= 0 && (config.value(path)?.kind ?? 'number') === 'number';
}

/** `DNS is off (ports.dns is -1)` */
function off({ config }: Node, name: string, port: string): string {
  const isWritten = config.value(`ports.${port}`) !== undefined;
  return `${name} is off (ports.${port} is ${isWritten ? config.number(`ports.${port}`) : 'not set'})`;
}

const listen = (port: string, usual: number): string =>
  `write ports.${port} = ${usual}, or remove what is not used`;

/** Without a certificate of its own a stanza may be what keeps the agent from refusing verify_incoming of tls.defaults. */
const needsStanza = ({ config }: Node): boolean =>
  config.bool('tls.defaults.verify_incoming') === true &&
  !(
    config.string('tls.defaults.cert_file') &&
    (config.string('tls.defaults.ca_file') || config.string('tls.defaults.ca_path'))
  );

const ofUi = [
  'content_path',
  'metrics_provider',
  'metrics_provider_files',
  'metrics_provider_options_json',
  'metrics_proxy',
  'dashboard_url_templates',
].map((name) => `ui_config.${name}`);

const rows: readonly Unused[] = [
  {
    paths: ['addresses.dns', 'dns_config', 'recursors'],
    needs: ['ports.dns'],
    why: (node) => {
      if (!isOff(node, 'dns')) return undefined;
      const byGrpc = !isOff(node, 'grpc') || !isOff(node, 'grpc_tls');
      return `${off(node, 'DNS', 'dns')}${byGrpc ? ', but for the queries of consul-dataplane over gRPC' : ''}`;
    },
    advice: listen('dns', 8600),
  },
  {
    paths: ['addresses.http'],
    needs: ['ports.http'],
    why: (node) =>
      isOff(node, 'http') && !isOff(node, 'https') ? off(node, 'HTTP without TLS', 'http') : undefined,
    advice: listen('http', 8500),
  },
  {
    paths: [
      'addresses.http',
      'http_config',
      'limits.http_max_conns_per_client',
      'ui_config.enabled',
      'ui_config.dir',
      ...ofUi,
    ],
    needs: ['ports.http', 'ports.https'],
    why: (node) =>
      isOff(node, 'http') && isOff(node, 'https') ? 'neither HTTP nor HTTPS has a port' : undefined,
    advice: listen('http', 8500),
  },
  {
    paths: ['addresses.https', 'tls.https'],
    needs: ['ports.https'],
    why: (node) => (isOff(node, 'https') && !needsStanza(node) ? off(node, 'HTTPS', 'https') : undefined),
    advice: listen('https', 8501),
  },
  {
    paths: ['addresses.grpc'],
    needs: ['ports.grpc'],
    why: (node) => (isOff(node, 'grpc') ? off(node, 'gRPC without TLS', 'grpc') : undefined),
    advice: listen('grpc', 8502),
  },
  {
    paths: ['addresses.grpc_tls', 'tls.grpc'],
    needs: ['ports.grpc_tls'],
    why: (node) => {
      // With ports.grpc and a certificate the agent refuses to start: tls/grpc-tls-port.
      const isRefused = !isOff(node, 'grpc') && node.config.value('ports.grpc_tls') === undefined;
      if (!isOff(node, 'grpc_tls') || isRefused || needsStanza(node)) return undefined;
      return off(node, 'gRPC with TLS', 'grpc_tls');
    },
    advice: listen('grpc_tls', 8503),
  },
  {
    paths: ofUi,
    needs: ['ui_config.enabled', 'ui_config.dir'],
    why: (node) =>
      servesUi(node.config) || !hasHttpApi(node.config) || flagsOf(node)?.dev ? undefined : 'the UI is off',
    advice: 'write ui_config.enabled = true, or remove what is not used',
  },
  {
    paths: ['serf_wan', 'serf_wan_allowed_cidrs', 'gossip_wan'],
    needs: ['ports.serf_wan'],
    why: (node) =>
      isServer(node) && isOff(node, 'serf_wan') ? off(node, 'WAN gossip', 'serf_wan') : undefined,
    advice: 'remove ports.serf_wan, or what is not used',
  },
  {
    paths: ['retry_join_wan', 'start_join_wan'],
    needs: ['ports.serf_wan'],
    why: (node) =>
      isServer(node) && isOff(node, 'serf_wan')
        ? `${off(node, 'WAN gossip', 'serf_wan')}, and every attempt ends with "WAN Federation is disabled"`
        : undefined,
    advice: 'remove ports.serf_wan, or the list',
    severity: 'warning',
  },
  {
    paths: ['unix_sockets'],
    needs: ['addresses.http', 'addresses.https', 'addresses.grpc', 'addresses.grpc_tls'],
    why: ({ config }) => (opensSocket(config) ? undefined : 'the agent listens on no unix socket'),
    advice: 'write one, such as addresses.http = "unix:///run/consul/http.sock", or remove unix_sockets',
  },
];

const servesUi = (config: Node['config']): boolean =>
  config.bool('ui_config.enabled') === true || Boolean(config.string('ui_config.dir'));

export const listenerOff = rule({
  id: 'option/listener-off',
  scope: 'node',
  source: 'runtime',
  severity: { default: 'info', warning: 'of a WAN join list, whose datacenters never meet' },
  options: rows.flatMap(({ paths }) => paths),
  docs: {
    summary: 'A setting belongs to a listener that is off.',
    rationale:
      'Without a port the agent opens no listener, and does not say that the settings of it are not used: with ' +
      'addresses.https at an address that the machine does not have it starts (1.16, 1.20 and 1.23). A UI that is off ' +
      'answers 404 at its content_path and its metrics proxy. Whoever wrote them expects something that is not there.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\n\naddresses {\n  https = "10.0.0.11"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\naddresses {\n  https = "10.0.0.11"\n}\n\nports {\n  https = 8501\n}\n\ntls {\n  https {\n' +
        '    cert_file = "/etc/consul.d/cert.pem"\n    key_file = "/etc/consul.d/key.pem"\n  }\n}\n',
    },
  },
  run(node, report) {
    reportUnused(rows, node, report);
  },
});
