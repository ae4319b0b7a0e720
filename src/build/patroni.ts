/** What the Patroni of a host must know of its store. */
import type { Manifest } from '../manifest/manifest.ts';
import type { NodeSpec } from '../manifest/node.ts';
import { boolAt } from '../manifest/values.ts';
import { render } from '../template/render.ts';
import { hostPort, httpEndpoint } from './endpoint.ts';
import type { OutFile } from './file.ts';

/** Where Patroni runs: on the clients if there are any, since then the servers are on machines of their own. */
export function runPatroni(nodes: readonly NodeSpec[], { presets }: Manifest): readonly NodeSpec[] {
  if (!presets.includes('patroni')) return [];
  const clients = nodes.filter(({ role }) => role === 'client');
  return clients.length > 0 ? clients : nodes;
}

/** None where Patroni could not reach the agent: it speaks neither to a unix socket nor to an unknown address. */
export function patroniFile(spec: NodeSpec): OutFile[] {
  const endpoint = httpEndpoint(spec);
  if (!endpoint || endpoint.address.startsWith('unix:')) return [];
  const acl = boolAt(spec.config, 'acl', 'enabled') === true;
  const content = render('patroni.yml', { node: spec.name, host: hostPort(endpoint), acl });
  const path = `${spec.name}/etc/patroni/consul.yml`;
  return [{ path, mode: 0o644, owner: 'root:root', content, secret: false }];
}
