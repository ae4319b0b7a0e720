/** The ports of an agent at which TLS is used, as the agent shows them of itself. */
import { isLoopback } from '../../../util/addresses.ts';
import { fieldOf, listOf } from '../json.ts';
import type { Observed } from '../observe.ts';

export interface Listener {
  readonly what: 'HTTPS' | 'gRPC' | 'server RPC';
  readonly host: string;
  readonly port: number;
  /** The stanza of `tls` whose files it uses. */
  readonly stanza: 'https' | 'grpc' | 'internal_rpc';
}

/** Empty where the agent does not show them, or is asked through a tunnel, so that its addresses are not those of here. */
export function listenersOf(agent: Observed): readonly Listener[] {
  const self = agent.self.kind === 'json' ? agent.self.json : undefined;
  const get = (name: string): unknown => fieldOf(self, `DebugConfig.${name}`);
  const advertised = String(get('AdvertiseAddrLAN') ?? '');
  const own = [...addressesIn(get('HTTPAddrs')), ...addressesIn(get('HTTPSAddrs'))];
  const asked = askedAt(agent.address);
  const isHere = asked !== undefined && isLoopback(asked.host);
  if (isHere && !own.some(({ port }) => port === asked.port)) return [];
  const at = (what: Listener['what'], stanza: Listener['stanza'], shown: unknown): readonly Listener[] =>
    addressesIn(shown).flatMap(({ host, port }): readonly Listener[] => {
      const reached = /^(?:0\.0\.0\.0|::)$/.test(host) ? advertised : host;
      // A loopback address is that of another agent, seen from elsewhere.
      return reached === '' || (isLoopback(reached) && !isHere)
        ? []
        : [{ what, host: reached, port, stanza }];
    });
  const rpc = get('ServerMode') === true ? get('RPCBindAddr') : undefined;
  return [
    ...at('HTTPS', 'https', get('HTTPSAddrs')),
    ...at('gRPC', 'grpc', get('GRPCTLSAddrs')),
    ...(hasCertificate(self) ? at('server RPC', 'internal_rpc', rpc) : []),
  ].filter(isFirst);
}

const hasCertificate = (self: unknown): boolean =>
  [fieldOf(self, 'DebugConfig.TLS.InternalRPC.CertFile')].some(
    (file) => typeof file === 'string' && file !== '',
  );

const isFirst = (one: Listener, i: number, all: readonly Listener[]): boolean =>
  all.findIndex(({ host, port }) => host === one.host && port === one.port) === i;

/** `tcp://10.0.0.11:8501`, one or a list of them. */
function addressesIn(shown: unknown): readonly { readonly host: string; readonly port: number }[] {
  const list = typeof shown === 'string' ? [shown] : listOf(shown);
  return list.flatMap((one) => {
    const [, host, port] = /^tcp:\/\/\[?([^\]]*)\]?:(\d+)$/.exec(String(one)) ?? [];
    return host === undefined ? [] : [{ host, port: Number(port) }];
  });
}

/** Undefined for a unix socket. */
export function askedAt(address: string): { readonly host: string; readonly port: number } | undefined {
  const [, host, port] = /^https?:\/\/\[?([^\]]*?)\]?:(\d+)$/.exec(address) ?? [];
  return host === undefined ? undefined : { host, port: Number(port) };
}
