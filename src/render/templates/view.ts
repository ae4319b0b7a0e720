/** What the templates of a node are given: the values of `shapes.ts`. */
import { httpEndpoint } from '../../manifest/host/endpoint.ts';
import { hostPaths } from '../../manifest/host/paths.ts';
import { openingsOf } from '../../manifest/keys/firewall/openings.ts';
import type { NodeSpec } from '../../manifest/node.ts';
import { shownConfig } from '../../manifest/secrets/shown-secrets.ts';
import { configDirectory } from '../../options/belonging.ts';
import { toPlain } from '../../text/tree/value.ts';
import { groupBy } from '../../util/collections.ts';
import { unitView } from '../unit.ts';

/** Gives the view of each node; what nodes have in common is made once. */
export function hostViews(nodes: readonly NodeSpec[]): (spec: NodeSpec) => object {
  const peers = nodes.map(peerOf);
  const servers = groupBy(
    nodes.filter(({ role }) => role === 'server'),
    ({ datacenter }) => datacenter,
  );
  const serversOf = new Map([...servers].map(([name, members]) => [name, members.map(peerOf)]));
  return (spec) => hostView(spec, serversOf.get(spec.datacenter) ?? [], peers);
}

const peerOf = ({ name, role, datacenter, host }: NodeSpec) => ({
  name,
  server: role === 'server',
  datacenter,
  host,
});

function hostView(spec: NodeSpec, servers: readonly object[], nodes: readonly object[]): object {
  const { config, systemd } = spec;
  const unit = unitView(spec);
  const endpoint = httpEndpoint(spec);
  return {
    ...peerOf(spec),
    role: spec.role,
    version: spec.version,
    address: spec.address?.kind === 'ip' ? spec.address.text : '',
    config: toPlain(shownConfig(config)),
    config_dir: configDirectory,
    data_dir: hostPaths(config).find(({ option }) => option === 'data_dir')?.directory ?? '',
    api: { address: endpoint?.address ?? '', port: endpoint?.port ?? 0 },
    unit: {
      command: unit.command,
      binary: systemd.binary,
      user: systemd.user,
      group: systemd.group,
      drop_in: systemd.dropIn,
      notify: unit.notify,
      leaves: unit.leaves,
      low_ports: unit.lowPorts,
      state_directories: unit.stateDirectories,
      script_checks: unit.scriptChecks,
      service: unit.service,
    },
    openings: openingsOf(spec),
    servers,
    nodes,
  };
}
