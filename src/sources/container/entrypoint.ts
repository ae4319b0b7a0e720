/**
 * What runs in a container: its command behind the entry point of the image. That of the vendor's image (the same in 1.16, 1.20
 * and 1.23, `.release/docker/docker-entrypoint.sh`) puts options in front of `agent …`, and starts anything else as it is.
 */
import type { UnreadPart } from '../../subjects/container.ts';
import { agentWordsIn } from '../../subjects/unit/command.ts';
import type { Span } from '../../text/source/source.ts';
import type { Word } from '../../text/systemd.ts';
import type { Mount } from '../source.ts';
import { bitnami } from './bitnami.ts';
import type { Running, Started } from './running.ts';

/** Undefined where no agent starts. */
export function runningIn(started: Started): Running | undefined {
  const { image, entrypoint, command } = started;
  if (entrypoint) return ownCommand(started, [...entrypoint, ...(command ?? [])]);
  if (image?.family === 'official') return official(started);
  if (image?.family === 'progrium') return progrium(started);
  if (image?.family === 'bitnami') return bitnami(started);
  return ownCommand(started, command ?? []);
}

/** Nothing is added, so that what the entry point of the vendor's image would have read is not read. */
function ownCommand({ image, environment }: Started, argv: readonly Word[]): Running | undefined {
  const words = agentWordsIn(argv) ?? (image?.family ? undefined : behindEntryPoint(argv));
  if (!words) return undefined;
  const isOfficial = image?.family === 'official';
  return {
    words,
    mounts: [],
    unread: isOfficial ? unreadVariables(environment, argv) : [],
    open: isOfficial ? scriptIn(argv) : 'its image is not known',
    emptyPaths: isOfficial ? ['/consul/config'] : [],
    anonymousVolume: isOfficial ? '/consul/data' : undefined,
  };
}

/** Of an image that is not known the entry point starts Consul where the command begins with `agent` and flags of it. */
const behindEntryPoint = ([first, ...rest]: readonly Word[]): readonly Word[] | undefined =>
  first?.text === 'agent' && rest.some(({ text }) => ofConsul.test(text)) ? rest : undefined;

/** Flags that hardly another program has. */
const ofConsul =
  /^--?(?:bootstrap-expect|retry-join[\w-]*|raft-protocol|recursor|datacenter|dc|serf-[\w-]+|data-dir|disable-host-node-id)(?:=|$)/;

/** A script may write files before the agent reads them, or let it join others. */
function scriptIn(argv: readonly Word[]): string | undefined {
  const writes =
    /(?<![0-9&>-])>>?\s*[\w/$"'.]|\b(?:cp|mv|tee|install|envsubst|curl|wget|git|vault|ln)\s|\bsed\s+-i|consul\s+join\b/;
  return argv.some(({ text }) => writes.test(text)) ? 'its script may write files that it reads' : undefined;
}

function official(started: Started): Running | undefined {
  const { command, environment, at } = started;
  const argv = command ?? [word('agent', at), word('-dev', at), word('-client', at), word('0.0.0.0', at)];
  const local = localConfig(environment, at);
  if (argv[0]?.text !== 'agent') {
    const running = ownCommand(started, argv);
    return running && { ...running, mounts: local };
  }
  const read = (name: string): string | undefined => environment.get(name)?.text;
  const dataDir = read('CONSUL_DATA_DIR') || '/consul/data';
  const configDir = configDirIn(environment);
  return {
    words: [
      word(`-data-dir=${dataDir}`, placeOf(environment, 'CONSUL_DATA_DIR') ?? at),
      word(`-config-dir=${configDir}`, placeOf(environment, 'CONSUL_CONFIG_DIR') ?? at),
      ...addressWords(environment, 'BIND', '-bind'),
      ...addressWords(environment, 'CLIENT', '-client'),
      ...argv.slice(1),
    ],
    mounts: local,
    unread: [],
    open: undefined,
    emptyPaths: ['/consul/config'],
    anonymousVolume: '/consul/data',
  };
}

const configDirIn = (environment: Started['environment']): string =>
  environment.get('CONSUL_CONFIG_DIR')?.text || '/consul/config';

/** Written to a file of the configuration directory, whatever is started then. */
function localConfig(environment: Started['environment'], at: Span): readonly Mount[] {
  const target = `${configDirIn(environment)}/local.json`;
  if (!environment.has('CONSUL_LOCAL_CONFIG')) return [];
  const text = environment.get('CONSUL_LOCAL_CONFIG');
  if (!text) return [{ target, at, content: { kind: 'unknown' } }];
  return text.text === '' ? [] : [{ target, at: text.at, content: { kind: 'text', text } }];
}

/** An interface has an address that only the running container knows; a flag is taken as it is. */
function addressWords(environment: Started['environment'], name: string, flag: string): readonly Word[] {
  const own = environment.get(`CONSUL_${name}`);
  if (own?.text) return [{ text: own.text, at: own.at, part: (from, to) => own.span(from, to) }];
  const place = placeOf(environment, `CONSUL_${name}_INTERFACE`);
  return place ? [word(`${flag}=\${CONSUL_${name}_INTERFACE}`, place)] : [];
}

const placeOf = (environment: Started['environment'], name: string): Span | undefined =>
  environment.get(name)?.at;

/** A script may read such a variable itself. */
function unreadVariables(environment: Started['environment'], argv: readonly Word[]): readonly UnreadPart[] {
  const command =
    'the command does not begin with `agent`, so that the entry point of the image adds no options';
  const isNamed = (name: string): boolean => argv.some(({ text }) => text.includes(name));
  const isRead = isNamed(configDirIn(environment));
  const names = [
    ...(isRead ? [] : ['CONSUL_LOCAL_CONFIG']),
    'CONSUL_BIND_INTERFACE',
    'CONSUL_CLIENT_INTERFACE',
  ];
  return names.flatMap((name) => {
    const at = isNamed(name) ? undefined : placeOf(environment, name);
    return at ? [{ what: name, why: command, at }] : [];
  });
}

/** `agent -config-dir=/config` in front, and a configuration in the image that is not known. */
function progrium({ command = [], at }: Started): Running | undefined {
  const [first] = command;
  if (first && !first.text.startsWith('-')) return undefined;
  return {
    words: [word('-config-dir=/config', at), ...command],
    mounts: [],
    unread: [],
    open: 'its image brings a configuration',
    emptyPaths: [],
    anonymousVolume: undefined,
  };
}

const word = (text: string, at: Span): Word => ({ text, at, part: () => at });
