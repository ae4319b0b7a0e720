/** The configuration by which Patroni finds its store, the agent on the same machine, and what its unit needs. */
import { render } from '../../../template/render.ts';
import type { OutFile } from '../../file.ts';
import {
  type Endpoint,
  type HttpsEndpoint,
  hostPort,
  httpEndpoint,
  httpsEndpoint,
} from '../../host/endpoint.ts';
import type { NodeSpecBase } from '../../structure.ts';
import { boolAt } from '../../values.ts';
import { completeFiles } from './complete.ts';
import { layoutOf } from './layout.ts';
import { serviceNames } from './names.ts';
import type { Patroni } from './patroni.ts';
import { type StoreNode, tokenFile } from './store-node.ts';

type PatroniNode = NodeSpecBase & { readonly patroni: Patroni | undefined };

/** Copies of the certificates that Patroni's account may read: those of the agent are for the agent alone. */
export const patroniTls = {
  ca: '/etc/patroni/consul-ca.pem',
  cert: '/etc/patroni/consul-client.pem',
  key: '/etc/patroni/consul-client-key.pem',
} as const;

/** None where Patroni could not reach the agent: it supports neither unix sockets nor an address that is not known. */
export function patroniFiles(nodes: readonly PatroniNode[]): OutFile[] {
  const members = nodes.filter(isStoreNode);
  return members.flatMap((node) => [...storeFiles(node, members), ...unitFiles(node)]);
}

/** Whether Patroni on the machine can reach its store; false, too, where Patroni does not run. */
export const reachesStore = (spec: PatroniNode): boolean =>
  spec.patroni !== undefined && reach(spec) !== undefined;

/** Whether Patroni talks to the agent over TLS, and whether it has to show a certificate. */
export function storeTls(spec: PatroniNode): 'none' | 'ca' | 'certificate' {
  const https = reachesStore(spec) ? reach(spec)?.https : undefined;
  if (!https) return 'none';
  return https.asks ? 'certificate' : 'ca';
}

const isStoreNode = (node: PatroniNode): node is StoreNode => reachesStore(node);

function reach(
  spec: NodeSpecBase,
): { readonly endpoint: Endpoint; readonly https?: HttpsEndpoint } | undefined {
  const http = httpEndpoint(spec);
  if (http && !http.address.startsWith('unix:')) return { endpoint: http };
  const https = http ? undefined : httpsEndpoint(spec);
  return https && { endpoint: https, https };
}

function storeFiles(node: StoreNode, members: readonly StoreNode[]): OutFile[] {
  const { patroni } = node;
  const layout = layoutOf(patroni);
  const store = storeSection(node);
  if (patroni.postgresql) return completeFiles(node, patroni.postgresql, members, store);
  const inside = layout.token === layout.store && patroni.token !== undefined;
  const main: OutFile = {
    path: node.name + layout.store,
    mode: inside ? 0o640 : 0o644,
    owner: inside ? `root:${patroni.group}` : 'root:root',
    content: headOf(node) + store,
    secret: inside,
  };
  return patroni.token && !inside ? [main, tokenFile(node, patroni.token.value)] : [main];
}

function headOf({ name, patroni }: StoreNode): string {
  const where =
    patroni.packaging === 'debian'
      ? '# pg_createconfig_patroni copies this section into the configuration of each cluster that it creates.'
      : '# Patroni merges all files of its directory: it must be started with /etc/patroni, not with one of the files.';
  return `# Written by consul-cfg for ${name}: how Patroni on this host finds its store.\n${where}\n`;
}

/** The section `consul`, with the token where it is not in a separate file. */
function storeSection(node: StoreNode): string {
  const { patroni, config, datacenter } = node;
  const { endpoint, https } = reach(node)!;
  const layout = layoutOf(patroni);
  const inside = layout.token === layout.store;
  return render('patroni.yml', {
    host: hostPort(endpoint),
    ca: https ? patroniTls.ca : '',
    cert: https?.asks ? patroniTls.cert : '',
    key: https?.asks ? patroniTls.key : '',
    acl: boolAt(config, 'acl', 'enabled') === true,
    token: inside ? (patroni.token?.value ?? '') : '',
    tokenFile: patroni.token && !inside ? layout.token : '',
    consistency: patroni.consistency ?? '',
    registerService: patroni.registerService,
    ...patroni.service,
    names: patroni.registerService ? serviceNames(patroni, config, datacenter) : [],
  });
}

/** What orders Patroni after its agent where the agent's unit cannot name it, and starts it with its directory. */
function unitFiles({ name, patroni }: StoreNode): OutFile[] {
  const { packaging, binary, group, postgresql } = patroni;
  const { config } = layoutOf(patroni);
  const unit = (path: string, content: string): OutFile => ({
    path: `${name}/etc/systemd/system/${path}`,
    mode: 0o644,
    owner: 'root:root',
    content,
    secret: false,
  });
  const command = [binary, config];
  if (packaging === 'pgdg')
    return [unit('patroni.service.d/10-consul-cfg.conf', render('patroni-drop-in.conf', { command }))];
  if (packaging === 'debian')
    return [unit('patroni@.service.d/10-consul-cfg.conf', render('patroni-drop-in.conf', { command: [] }))];
  if (!postgresql) return [];
  return [unit('patroni.service', render('patroni.service', { user: 'postgres', group, command }))];
}
