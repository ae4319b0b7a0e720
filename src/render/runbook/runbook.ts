/** The runbook: the same steps for every estate, with the names and commands of this one. */

import { isVoter } from '../../manifest/cluster.ts';
import { cliEnvironment, hostPort, httpEndpoint } from '../../manifest/host/endpoint.ts';
import { reachesStore } from '../../manifest/keys/patroni/files.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { NodeSpec } from '../../manifest/node.ts';
import { at, boolAt, numberAt, stringAt, stringsAt } from '../../manifest/values.ts';
import { render } from '../../template/render.ts';
import type { RunbookCluster, RunbookGroup, RunbookUi, RunbookView } from '../../template/views.ts';
import { isLoopback } from '../../util/addresses.ts';
import { groupBy } from '../../util/collections.ts';
import { partSecrets } from '../secrets.ts';
import { saysReady } from '../unit.ts';
import { aclSection } from './acl.ts';
import { tlsSection } from './tls.ts';

/** `specs` must not be empty. */
export function runbookText(specs: readonly NodeSpec[], { version, profile, firewall }: Manifest): string {
  const clusters = [...groupBy(specs, (spec) => spec.datacenter).values()];
  const groups = groupsOf(specs);
  const servers = specs.filter(({ role }) => role === 'server');
  const expected = new Set(servers.map(({ config }) => numberAt(config, 'bootstrap_expect') ?? 0));
  const expecting = expected.size === 1 ? [...expected][0]! : 0;
  const view: RunbookView = {
    version: releaseText(version),
    binaries: binariesOf(specs),
    nodeCount: count(specs.length, 'node'),
    nodes: specs,
    ports: portsOf(
      specs,
      specs.some(({ config }) => stringsAt(config, 'retry_join_wan').length > 0),
    ),
    firewall: { nftables: firewall?.nftables === true, firewalld: firewall?.firewalld === true },
    byName: specs.filter((spec) => spec.host === spec.name).map(({ name }) => name),
    secrets: specs.some(({ config }) => partSecrets(config).secret !== undefined),
    groups,
    firstGroup: groups[0]!,
    expecting: expecting > 1 ? expecting : 0,
    waits: expecting > 1 && servers.every(saysReady),
    clusters: clusters.map(clusterView),
    tls: tlsSection(specs, groups[0]!.file),
    acl: aclSection(specs),
    encrypt: specs.some(({ config }) => at(config, 'encrypt') !== undefined),
    ui: uiOf(specs),
    lost: expecting > 1 ? Math.ceil(expecting / 2) : 0,
    patroni: profile.includes('patroni'),
    patroniLeft: specs.filter((spec) => spec.patroni && !reachesStore(spec)).map(({ name }) => name),
    patroniToken: patroniTokenOf(specs),
  };
  return render('RUNBOOK.md', view);
}

function patroniTokenOf(specs: readonly NodeSpec[]): RunbookView['patroniToken'] {
  const holders = specs.filter((spec) => spec.patroni?.token !== undefined && reachesStore(spec));
  const group = holders[0]?.patroni?.group;
  return group === undefined ? undefined : { hosts: holders.map(({ host }) => host), group };
}

/** A minor alone means any of its patches. */
const releaseText = (version: string): string => (/^\d+\.\d+$/.test(version) ? `${version}.x` : version);

/** One for each release: during a rolling upgrade there are two. */
function binariesOf(specs: readonly NodeSpec[]): RunbookView['binaries'] {
  const releases = groupBy(specs, ({ version }) => version);
  return [...releases].map(([version, members]) => ({
    file: releases.size === 1 ? 'consul' : `consul-${version}`,
    version: releaseText(version),
    nodes: releases.size === 1 ? [] : members.map(({ name }) => name),
  }));
}

function groupsOf(specs: readonly NodeSpec[]): RunbookGroup[] {
  const alike = groupBy(
    specs,
    ({ systemd, version }) =>
      `${version} ${systemd.binary} ${systemd.user} ${systemd.group} ${systemd.dropIn}`,
  );
  const several = new Set(specs.map(({ version }) => version)).size > 1;
  return [...alike.values()].map((members) => {
    const { systemd, version } = members[0]!;
    const { binary, user, group, dropIn: packaged } = systemd;
    const nodes = alike.size === 1 ? '$nodes' : members.map(({ name, host }) => `${name}=${host}`).join(' ');
    const file = several ? `consul-${version}` : 'consul';
    return { nodes, binary, user, group, packaged, file, version: releaseText(version) };
  });
}

function portsOf(specs: readonly NodeSpec[], wan: boolean): RunbookView['ports'] {
  const port = (name: string, usual: number) =>
    [...new Set(specs.map(({ config }) => numberAt(config, 'ports', name) ?? usual))].map((number) => ({
      number,
    }));
  const lan = port('serf_lan', 8301).map((p) => ({ ...p, protocols: 'tcp+udp', purpose: 'gossip' }));
  const rpc = port('server', 8300).map((p) => ({ ...p, protocols: 'tcp', purpose: 'requests to servers' }));
  const far = port('serf_wan', 8302).map((p) => ({
    ...p,
    protocols: 'tcp+udp',
    purpose: 'gossip between datacenters',
  }));
  return [...lan, ...rpc, ...(wan ? far : [])];
}

function clusterView(specs: readonly NodeSpec[]): RunbookCluster {
  const servers = specs.filter(({ role }) => role === 'server');
  const asked = servers[0] ?? specs[0]!;
  const voters = servers.filter(({ config }) => isVoter(config));
  const survives = Math.max(0, Math.ceil(voters.length / 2) - 1);
  return {
    name: asked.datacenter,
    host: asked.host,
    binary: asked.systemd.binary,
    httpEnv: cliEnvironment(asked),
    members: count(specs.length, 'member'),
    servers: count(voters.length, 'server'),
    tolerates: survives > 0 ? count(survives, 'server') : '',
  };
}

/** Of the first node that serves it. */
function uiOf(specs: readonly NodeSpec[]): RunbookUi | undefined {
  for (const spec of specs) {
    const { config } = spec;
    const endpoint = httpEndpoint(spec);
    const on = boolAt(config, 'ui_config', 'enabled') ?? boolAt(config, 'ui');
    if (on !== true || !endpoint || endpoint.address.startsWith('unix:')) continue;
    const content = (stringAt(config, 'ui_config', 'content_path') ?? 'ui').replace(/[^\w/-]|^\/+|\/+$/g, '');
    const tunnel = isLoopback(endpoint.address);
    const reached = tunnel ? { address: '127.0.0.1', port: endpoint.port } : endpoint;
    return { tunnel, host: spec.host, ...endpoint, url: `http://${hostPort(reached)}/${content}/` };
  }
  return undefined;
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
