/** The part of the runbook about certificates: which are needed, where, and the commands that create and copy them. */
import { isPlainPath } from '../../manifest/host/endpoint.ts';
import { patroniTls, storeTls } from '../../manifest/keys/patroni/files.ts';
import type { NodeSpec } from '../../manifest/node.ts';
import { boolAt, stringAt } from '../../manifest/values.ts';
import { render } from '../../template/render.ts';
import type { RunbookTlsView } from '../../template/runbook-views.ts';
import { ipFamily } from '../../util/addresses.ts';

/**
 * Empty where no node has a CA.
 *
 * @param binary file of a Consul binary, next to the runbook
 */
export function tlsSection(specs: readonly NodeSpec[], binary: string): string {
  const nodes = specs.map(filesOf).filter(({ ca }) => ca !== undefined);
  if (nodes.length === 0) return '';
  const view: RunbookTlsView = {
    binary,
    made: [
      ...nodes
        .filter(({ cert }) => cert !== undefined)
        .map(({ spec }) => ({ name: spec.name, flags: flags(spec) })),
      ...specs
        .filter((spec) => storeTls(spec) === 'certificate')
        .map((spec) => ({ name: `${spec.name}-patroni`, flags: clientFlags(spec) })),
    ],
    files: nodes.flatMap(({ spec, ...paths }) => [...copies(spec, paths), ...copiesForPatroni(spec)]),
    patroniHosts: specs.filter((spec) => storeTls(spec) !== 'none').map(({ host }) => host),
    left: nodes.filter(({ odd }) => odd).map(({ spec }) => spec.name),
    autoEncrypt: specs.some(({ config }) => boolAt(config, 'auto_encrypt', 'tls') === true),
    autoConfig: specs.some(({ config }) => boolAt(config, 'auto_config', 'enabled') === true),
  };
  return render('runbook-tls.md', view).trimEnd();
}

interface Paths {
  readonly ca: string | undefined;
  readonly cert: string | undefined;
  readonly key: string | undefined;
  /** One of them cannot be written in a command. */
  readonly odd: boolean;
}

function filesOf(spec: NodeSpec): Paths & { readonly spec: NodeSpec } {
  const written = ['ca_file', 'cert_file', 'key_file'].map((name) =>
    stringAt(spec.config, 'tls', 'defaults', name),
  );
  const odd = written.some((path) => path !== undefined && !isPlainPath(path));
  const [ca, cert, key] = written.map((path) =>
    odd && path !== undefined && !isPlainPath(path) ? undefined : path,
  );
  return { spec, ca, cert: key === undefined ? undefined : cert, key, odd };
}

function flags({ name, role, datacenter, host, config }: NodeSpec): string {
  return [
    `-${role}`,
    `-dc=${datacenter}`,
    ...domainFlag(config),
    // Mesh gateways find a server by this name.
    ...(role === 'server' ? [`-node=${name}`] : []),
    `-additional-dnsname=${name}`,
    ...(ipFamily(host) ? [`-additional-ipaddress=${host}`] : []),
  ].join(' ');
}

const clientFlags = ({ name, datacenter, config }: NodeSpec): string =>
  ['-client', `-dc=${datacenter}`, ...domainFlag(config), `-additional-dnsname=patroni.${name}`].join(' ');

function domainFlag(config: NodeSpec['config']): string[] {
  const domain = stringAt(config, 'domain')?.replace(/^\.|\.$/g, '') ?? '';
  return /^[\w.-]+$/.test(domain) ? [`-domain=${domain}`] : [];
}

/** Patroni's account may not read the files of the agent, so that it gets its own. */
function copiesForPatroni(spec: NodeSpec): RunbookTlsView['files'] {
  const needs = storeTls(spec);
  if (needs === 'none') return [];
  const { host, name } = spec;
  const group = spec.patroni?.group ?? 'postgres';
  const ca = { host, path: patroniTls.ca, group: 'root', mode: '0644', file: 'consul-agent-ca.pem' };
  if (needs === 'ca') return [ca];
  return [
    ca,
    { host, path: patroniTls.cert, group: 'root', mode: '0644', file: `${name}-patroni.pem` },
    { host, path: patroniTls.key, group, mode: '0640', file: `${name}-patroni-key.pem` },
  ];
}

function copies(
  { name, host, systemd }: NodeSpec,
  { ca, cert, key }: Omit<Paths, 'odd'>,
): RunbookTlsView['files'] {
  const { group } = systemd;
  return [
    ...(ca ? [{ host, path: ca, group, mode: '0644', file: 'consul-agent-ca.pem' }] : []),
    ...(cert ? [{ host, path: cert, group, mode: '0644', file: `${name}.pem` }] : []),
    ...(cert && key ? [{ host, path: key, group, mode: '0640', file: `${name}-key.pem` }] : []),
  ];
}
