/**
 * What Bitnami's image makes of its variables: a configuration, unless one is mounted, and a few flags
 * (`bitnami/containers`, `libconsul.sh`, `consul.json.tpl`, `run.sh`). Each variable becomes the flag of the same option.
 */
import type { Word } from '../../text/systemd.ts';
import type { Running, Started } from './running.ts';

const configuration = '/opt/bitnami/consul/conf';
const dataDirectory = '/bitnami/consul';

/** Those of the configuration that the image writes, with their defaults. */
const flags: readonly (readonly [variable: string, flag: string, fallback?: string])[] = [
  ['CONSUL_CLIENT_LAN_ADDRESS', '-client', '0.0.0.0'],
  ['CONSUL_DATACENTER', '-datacenter'],
  ['CONSUL_DNS_PORT_NUMBER', '-dns-port'],
  ['CONSUL_DOMAIN', '-domain'],
  ['CONSUL_HTTP_PORT_NUMBER', '-http-port'],
  ['CONSUL_NODE_NAME', '-node'],
  ['CONSUL_RETRY_JOIN', '-retry-join'],
  ['CONSUL_RETRY_JOIN_ADDRESS', '-retry-join'],
  ['CONSUL_SERF_LAN_PORT_NUMBER', '-serf-lan-port'],
];

export function bitnami({ environment, command, at, targets }: Started): Running | undefined {
  // A command of its own is started instead.
  if (command && command.length > 0) return undefined;
  const textOf = (name: string): string | undefined => environment.get(name)?.text || undefined;
  const placed = (name: string, text: string): Word => {
    const place = environment.get(name)?.at ?? at;
    return { text, at: place, part: () => place };
  };
  const given = (name: string, flag: string, fallback?: string): Word[] => {
    const value = environment.has(name) ? (textOf(name) ?? `\${${name}}`) : fallback;
    return value === undefined ? [] : [placed(name, `${flag}=${value}`)];
  };
  const mode = textOf('CONSUL_AGENT_MODE') ?? textOf('CONSUL_SERVER_MODE') ?? 'server';
  const isServer = mode === 'server';
  const isMounted = targets.some(
    (target) => target === configuration || target === `${configuration}/consul.json`,
  );
  const modeName = environment.has('CONSUL_AGENT_MODE') ? 'CONSUL_AGENT_MODE' : 'CONSUL_SERVER_MODE';
  const written = isMounted
    ? []
    : [
        placed('', `-data-dir=${dataDirectory}`),
        ...flags.flatMap(([name, flag, fallback]) => given(name, flag, fallback)),
        ...(isServer ? given('CONSUL_BOOTSTRAP_EXPECT', '-bootstrap-expect', '1') : []),
      ];
  const isEncrypted = /^(?:yes|true|1)$/i.test(textOf('CONSUL_GOSSIP_ENCRYPTION') ?? '');
  const local = environment.get('CONSUL_LOCAL_CONFIG');
  const isOpen =
    mode.includes('$') ||
    [...environment.keys()].some((name) => /^CONSUL_\w+_FILE$/.test(name)) ||
    targets.some((target) => target.startsWith('/docker-entrypoint-initdb.d'));
  return {
    words: [
      placed('', `-config-dir=${configuration}`),
      ...written,
      ...(isEncrypted ? given('CONSUL_GOSSIP_ENCRYPTION_KEY', '-encrypt', `\${KEY}`) : []),
      ...(isServer ? [placed(modeName, '-server')] : []),
      ...given('CONSUL_BIND_ADDR', '-bind'),
      ...(environment.has('CONSUL_BIND_INTERFACE') && !environment.has('CONSUL_BIND_ADDR')
        ? [placed('CONSUL_BIND_INTERFACE', `-bind=\${CONSUL_BIND_INTERFACE}`)]
        : []),
    ],
    mounts: local?.text
      ? [{ target: `${configuration}/local.json`, at: local.at, content: { kind: 'text', text: local } }]
      : [],
    unread: [],
    open: isOpen ? 'its image reads files and runs scripts that are not in sight' : undefined,
    emptyPaths: [configuration],
    anonymousVolume: dataDirectory,
  };
}
