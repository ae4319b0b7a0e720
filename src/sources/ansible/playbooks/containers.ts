/** Tasks with the modules `docker_container` and `podman_container`: the containers that they start. */
import { posix } from 'node:path';
import type { MappedText } from '../../../text/source/mapped-text.ts';
import type { Word } from '../../../text/systemd.ts';
import { itemsOf, memberOf, membersOf } from '../../../text/tree/read.ts';
import type { Value } from '../../../text/tree/value.ts';
import { agentIn } from '../../container/agent.ts';
import { wordOfItem, wordsOfText } from '../../container/arguments.ts';
import { publishedBy } from '../../container/ports.ts';
import type { Mount, StartedAgent } from '../../source.ts';
import { textOf } from './expressions.ts';
import { given, type Task } from './plays.ts';

export interface StartedContainer {
  readonly agent: StartedAgent;
  /** It runs once, whenever the tasks run. */
  readonly isCertain: boolean;
}

export function startedContainer(task: Task): StartedContainer | undefined {
  const isOfContainers = /_container$/.test(task.module);
  const image = isOfContainers ? textOf(given(task, 'image')) : undefined;
  if (!image) return undefined;
  const name = textOf(given(task, 'name'))?.text;
  const mode = textOf(given(task, 'network_mode', 'network'))?.text;
  const networks = itemsOf(given(task, 'networks'));
  const isOwn = mode !== undefined && !/^(?:bridge|default)$/.test(mode);
  const ports = itemsOf(given(task, 'published_ports', 'ports')).map((port) => textOf(port));
  const isOpen = given(task, 'env_file') !== undefined || given(task, 'mounts') !== undefined;
  const agent = agentIn({
    kind: 'ansible',
    name: isPlain(name) ? name : undefined,
    at: task.at,
    image,
    entrypoint: wordsIn(given(task, 'entrypoint')),
    command: wordsIn(given(task, 'command')),
    environment: environmentOf(given(task, 'env')),
    mounts: itemsOf(given(task, 'volumes', 'volume')).flatMap(mountOf),
    names: [textOf(given(task, 'hostname'))?.text, ...aliasesOf(networks)].filter(isPlain),
    sharedNames: [],
    addresses: networks.flatMap((one) => textOf(memberOf(one, 'ipv4_address'))?.text ?? []).filter(isPlain),
    published:
      isOwn || ports.some((port) => !port || port.text.includes('$'))
        ? undefined
        : ports.flatMap((port) => (port ? publishedBy(port) : [])),
    networks: isOwn ? undefined : networkNames(networks),
    count: undefined,
    open: isOpen ? 'what it mounts is not all in sight' : undefined,
  });
  return agent && { agent, isCertain: task.isCertain };
}

const isPlain = (text: string | undefined): text is string => text !== undefined && /^[\w.-]+$/.test(text);

/** A text, or a list of words. */
function wordsIn(value: Value | undefined): readonly Word[] | undefined {
  if (!value || value.kind === 'null') return undefined;
  if (value.kind === 'list')
    return value.items.flatMap((item) => {
      const text = textOf(item);
      return text ? [wordOfItem(text)] : [];
    });
  const text = textOf(value);
  return text && wordsOfText(text);
}

function environmentOf(value: Value | undefined): ReadonlyMap<string, MappedText | undefined> {
  return new Map(
    membersOf(value).map((member) => {
      const text = textOf(member.value);
      const isKnown = member.name === 'CONSUL_LOCAL_CONFIG' || !text?.text.includes('$');
      return [member.name, isKnown ? text : undefined] as const;
    }),
  );
}

/** Files of the machine that it runs on are not in sight. */
function mountOf(item: Value): readonly Mount[] {
  const text = textOf(item);
  const [, from = '', to] = /^(?:(.*?):)?(\/[^:]*)(?::[\w,]+)?$/.exec(text?.text ?? '') ?? [];
  if (!text || to === undefined) return [];
  const target = posix.normalize(to).replace(/(?<=.)\/$/, '');
  return [{ target, at: text.at, content: /^[\w-]*$/.test(from) ? { kind: 'volume' } : { kind: 'unknown' } }];
}

const networkNames = (networks: readonly Value[]): readonly string[] => {
  const names = networks.map((one) => textOf(memberOf(one, 'name') ?? one)?.text ?? '?');
  return names.length > 0 ? names : ['bridge'];
};

const aliasesOf = (networks: readonly Value[]): readonly (string | undefined)[] =>
  networks.flatMap((one) => itemsOf(memberOf(one, 'aliases')).map((alias) => textOf(alias)?.text));
