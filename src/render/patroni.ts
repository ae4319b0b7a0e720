/** What the Patroni of a host must know of its store. */
import type { NodeSpec } from '../manifest/node.ts';
import { boolAt } from '../manifest/values.ts';
import { render } from '../template/render.ts';
import { type Endpoint, type HttpsEndpoint, hostPort, httpEndpoint, httpsEndpoint } from './endpoint.ts';
import type { OutFile } from './file.ts';

export const patroniTokenFile = '/etc/patroni/consul-token.yml';

/** None where Patroni could not reach the agent: it speaks neither to a unix socket nor to an unknown address. */
export function patroniFiles(spec: NodeSpec): OutFile[] {
  const { patroni } = spec;
  const reached = patroni && reach(spec);
  if (!reached) return [];
  const { endpoint, https } = reached;
  const content = render('patroni.yml', {
    node: spec.name,
    host: hostPort(endpoint),
    ca: https?.ca ?? '',
    asks: https?.asks === true,
    acl: boolAt(spec.config, 'acl', 'enabled') === true,
    tokenFile: patroni.token ? patroniTokenFile : '',
    consistency: patroni.consistency ?? '',
    registerService: patroni.registerService,
  });
  const path = `${spec.name}/etc/patroni/consul.yml`;
  const main: OutFile = { path, mode: 0o644, owner: 'root:root', content, secret: false };
  return patroni.token ? [main, tokenFile(spec, patroni.token.value, patroni.group)] : [main];
}

/** Whether the Patroni of the host can reach its store; false, too, where no Patroni runs. */
export const reachesStore = (spec: NodeSpec): boolean =>
  spec.patroni !== undefined && reach(spec) !== undefined;

function reach(spec: NodeSpec): { readonly endpoint: Endpoint; readonly https?: HttpsEndpoint } | undefined {
  const http = httpEndpoint(spec);
  if (http && !http.address.startsWith('unix:')) return { endpoint: http };
  const https = http ? undefined : httpsEndpoint(spec);
  return https && { endpoint: https, https };
}

/** Patroni lays the files of its directory over each other, so that the token can have one for itself. */
function tokenFile({ name }: NodeSpec, token: string, group: string): OutFile {
  return {
    path: `${name}${patroniTokenFile}`,
    mode: 0o640,
    owner: `root:${group}`,
    content: render('patroni-token.yml', { node: name, token }),
    secret: true,
  };
}
