/** The runbook: the same steps for every estate, with the names and commands of this one. */

import { isVoter } from '../../manifest/cluster.ts';
import { hostPort, httpEndpoint } from '../../manifest/host/endpoint.ts';
import { reachesStore } from '../../manifest/keys/patroni/files.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { NodeSpec } from '../../manifest/node.ts';
import { boolAt, numberAt, stringAt, stringsAt } from '../../manifest/values.ts';
import { render } from '../../template/render.ts';
import type { RunbookCluster, RunbookUi, RunbookView } from '../../template/runbook-views.ts';
import { isLoopback } from '../../util/addresses.ts';
import { groupBy } from '../../util/collections.ts';
import { plural } from '../../util/text.ts';
import { partSecrets } from '../secrets.ts';
import { saysReady } from '../unit.ts';
import { aclSection } from './acl.ts';
import { minQuorumOf, partsOf } from './parts.ts';
import { shellSection, survives } from './shell.ts';
import { tlsSection } from './tls.ts';
import { releaseText, wordOf } from './words.ts';

/** `specs` must not be empty. */
export function runbookText(specs: readonly NodeSpec[], { version, profile, firewall }: Manifest): string {
  const clusters = [...groupBy(specs, (spec) => spec.datacenter).values()];
  const servers = specs.filter(({ role }) => role === 'server');
  const expected = new Set(servers.map(({ config }) => numberAt(config, 'bootstrap_expect') ?? 0));
  const expecting = expected.size === 1 ? [...expected][0]! : 0;
  const binaries = binariesOf(specs);
  const tls = tlsSection(specs, binaries[0]!.file);
  return render('RUNBOOK.md', {
    version: releaseText(version),
    binaries,
    nodeCount: plural(specs.length, 'node'),
    nodes: specs,
    ports: portsOf(
      specs,
      specs.some(({ config }) => stringsAt(config, 'retry_join_wan').length > 0),
    ),
    firewall: { nftables: firewall?.nftables === true, firewalld: firewall?.firewalld === true },
    byName: specs.filter((spec) => spec.host === spec.name).map(({ name }) => name),
    secrets: specs.some(({ config }) => partSecrets(config).secret !== undefined),
    firstGroup: { group: specs[0]!.systemd.group },
    packaged: specs.some(({ systemd }) => systemd.dropIn),
    expecting: expecting > 1 ? expecting : 0,
    waits: expecting > 1 && servers.every(saysReady),
    clusters: clusters.map(clusterView),
    tls,
    acl: aclSection(specs),
    ui: uiOf(specs),
    patroni: profile.includes('patroni') && specs.some(reachesStore),
    shell: shellSection(specs),
    ...partsOf(specs, tls !== ''),
  });
}

/** One for each release: during a rolling upgrade there are two. */
function binariesOf(specs: readonly NodeSpec[]): RunbookView['binaries'] {
  const releases = groupBy(specs, ({ version }) => version);
  return [...releases].map(([version, members]) => ({
    file: releases.size === 1 ? 'consul' : `consul-${version}`,
    version: releaseText(version),
    nodes: releases.size === 1 ? [] : members.map(({ name }) => name),
  }));
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
  const spare = survives(specs);
  return {
    name: asked.datacenter,
    node: wordOf(asked),
    gated: servers.length > 0,
    minQuorum: minQuorumOf(servers),
    members: plural(specs.length, 'member'),
    servers: plural(voters.length, 'server'),
    tolerates: spare > 0 ? plural(spare, 'server') : '',
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
