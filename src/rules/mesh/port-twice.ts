import { find, itemsAt, numberAt } from '../../model/value-path.ts';
import type { Node } from '../../subjects/subjects.ts';
import type { Value } from '../../text/tree/value.ts';
import { rule } from '../rule.ts';
import { text, upstreamsOf } from './support/proxies.ts';

interface Listener {
  /** Empty where the proxy listens on every address. */
  readonly address: string;
  readonly port: number;
  /** Completes "… listens". */
  readonly what: string;
  readonly path: string;
  /** Where the proxy is written. */
  readonly proxy: string;
}

const sidecar = (port: number): string => `connect = { sidecar_service = { port = ${port} } }`;

const files = (second: number): string =>
  `data_dir = "/var/lib/consul"\nservices = [\n  { name = "web", port = 80, ${sidecar(19000)} },\n  { name = "api", port = 81, ${sidecar(second)} },\n]\n`;

export const meshPortTwice = rule({
  id: 'mesh/port-twice',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['services'],
  docs: {
    summary: 'Two proxies of one agent listen on one port.',
    rationale:
      'The agent registers both, and the second proxy on the machine stops with "address already in use" (measured with the ' +
      'built-in proxy of 1.16), for its public port as for those of its upstreams. A public port without an address is open on ' +
      'all of them, so that an upstream of the same proxy cannot have it (hashicorp/consul#11571). Without a port for the sidecar the agent ' +
      'chooses a free one from sidecar_min_port on.',
    bad: { 'consul.hcl': files(19000) },
    good: { 'consul.hcl': files(19001) },
  },
  run(node, report) {
    const seen: Listener[] = [];
    for (const listener of listenersOf(node)) {
      const first = seen.find((other) => overlap(listener, other));
      seen.push(listener);
      if (!first) continue;
      const fails =
        first.proxy === listener.proxy
          ? 'the proxy cannot serve both'
          : 'the second proxy on this machine fails with "address already in use"';
      report({
        at: node.config.at(listener.path),
        path: listener.path,
        message: `${listener.what} listens on ${placeOf(listener)}, and so does ${first.what}: ${fails}; give it another port`,
        related: [{ at: node.config.at(first.path), message: 'the other one' }],
      });
    }
  },
});

const overlap = (one: Listener, other: Listener): boolean =>
  one.port === other.port && (one.address === other.address || one.address === '' || other.address === '');

const placeOf = ({ address, port }: Listener): string => (address ? `${address}:${port}` : `port ${port}`);

/** The public port of each proxy, and those of its upstreams; of one proxy another rule compares the upstreams. */
function listenersOf({ config }: Node): Listener[] {
  return itemsAt(config.resolved, 'services').flatMap((service, i) => {
    const at = `services[${i}]`;
    const own = /^(?:connect-proxy|.+-gateway)$/.test(text(service, 'kind')) ? service : undefined;
    const inner = find(service, 'connect.sidecar_service');
    const name = text(service, 'name');
    return [
      ...(own ? listeners(own, at, name, text(own, 'address')) : []),
      ...(inner
        ? listeners(
            inner,
            `${at}.connect.sidecar_service`,
            `the sidecar of ${name}`,
            text(inner, 'address') || text(service, 'address'),
          )
        : []),
    ];
  });
}

function listeners(proxy: Value, at: string, what: string, address: string): Listener[] {
  // Envoy listens where these say, be the port registered or not.
  const isMoved = ['bind_address', 'bind_port'].some((key) => find(proxy, `proxy.config.${key}`));
  const port = isMoved ? 0 : (numberAt(proxy, 'port') ?? 0);
  const open = port > 0 ? [{ address, port, what, path: `${at}.port`, proxy: at }] : [];
  const upstreams = upstreamsOf(proxy).flatMap((upstream, i): Listener[] => {
    const local = numberAt(upstream, 'local_bind_port') ?? 0;
    const bound = text(upstream, 'local_bind_address') || '127.0.0.1';
    const path = `${at}.proxy.upstreams[${i}].local_bind_port`;
    return local > 0
      ? [{ address: bound, port: local, what: `an upstream of ${what}`, path, proxy: at }]
      : [];
  });
  // Two upstreams of one proxy at one address are an error of their own.
  return [...open, ...new Map(upstreams.map((upstream) => [placeOf(upstream), upstream])).values()];
}
