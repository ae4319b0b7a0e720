/** The configuration by which Patroni finds its store: the agent on the same machine. */

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

import type { Patroni } from './patroni.ts';

type PatroniNode = NodeSpecBase & { readonly patroni: Patroni | undefined };

const patroniTokenFile = '/etc/patroni/consul-token.yml';

/** None where Patroni could not reach the agent: it supports neither unix sockets nor an address that is not known. */
export function patroniFiles(spec: PatroniNode): OutFile[] {
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

/** Whether Patroni on the machine can reach its store; false, too, where Patroni does not run. */
export const reachesStore = (spec: PatroniNode): boolean =>
  spec.patroni !== undefined && reach(spec) !== undefined;

function reach(
  spec: PatroniNode,
): { readonly endpoint: Endpoint; readonly https?: HttpsEndpoint } | undefined {
  const http = httpEndpoint(spec);
  if (http && !http.address.startsWith('unix:')) return { endpoint: http };
  const https = http ? undefined : httpsEndpoint(spec);
  return https && { endpoint: https, https };
}

/** Patroni merges the files of its directory, so the token can have a file of its own. */
function tokenFile({ name }: PatroniNode, token: string, group: string): OutFile {
  return {
    path: `${name}${patroniTokenFile}`,
    mode: 0o640,
    owner: `root:${group}`,
    content: render('patroni-token.yml', { node: name, token }),
    secret: true,
  };
}
