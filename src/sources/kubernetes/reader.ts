/** Workloads of Kubernetes: which of their containers are agents, and what runs in each. */
import type { Container } from '../../subjects/container.ts';
import { decode } from '../../text/decode.ts';
import type { MappedText } from '../../text/source/mapped-text.ts';
import { type Source, type Span, spanOf } from '../../text/source/source.ts';
import type { Word } from '../../text/systemd.ts';
import { itemsOf, memberOf, objectIn, textIn, wordIn } from '../../text/tree/read.ts';
import type { ObjectValue, Value } from '../../text/tree/value.ts';
import { parseYamlDocuments } from '../../text/yaml/parse.ts';
import { scalarText } from '../../text/yaml/scalar-text.ts';
import { wordOfItem } from '../container/arguments.ts';
import { runningIn } from '../container/entrypoint.ts';
import { type Image, readImage } from '../container/image.ts';
import type { Running } from '../container/running.ts';
import type { StartedAgent, World } from '../source.ts';
import { type ConfigMaps, environmentOf, expanded, mountsOf } from './pods.ts';

const workloads = /^(?:StatefulSet|Deployment|DaemonSet)$/;

/** A text with statements of a template engine, or a mistake in any document, is left alone. */
export function readKubernetes(source: Source): World | undefined {
  if (/\{\{/.test(source.text) && !/Get[A-Z]\w+/.test(source.text)) return undefined;
  const trees = parseYamlDocuments(source);
  if (trees.some(({ problems }) => problems.length > 0)) return undefined;
  const objects = trees.flatMap((tree) => listed(decode(tree).value));
  const maps: ConfigMaps = new Map(
    objects
      .filter((object) => kindOf(object) === 'ConfigMap')
      .flatMap((object) => {
        const data = objectIn(memberOf(object, 'data'));
        return data ? [[nameOf(object), data] as const] : [];
      }),
  );
  const found = objects
    .filter((object) => workloads.test(kindOf(object)))
    .map((object) => ({ object, agents: agentsOf(object, maps) }));
  const agents = found.flatMap((one) => one.agents);
  if (agents.length === 0) return undefined;
  // Other files may start agents of the same cluster.
  return { kind: 'kubernetes', source, texts: [source], agents, isWhole: false };
}

const listed = (object: ObjectValue | undefined): readonly ObjectValue[] =>
  kindOf(object) === 'List'
    ? itemsOf(memberOf(object, 'items')).flatMap((item) => objectIn(item) ?? [])
    : object
      ? [object]
      : [];

const kindOf = (object: ObjectValue | undefined): string => textIn(memberOf(object, 'kind')) ?? '';
const nameOf = (object: ObjectValue): string => textIn(memberOf(memberOf(object, 'metadata'), 'name')) ?? '';

interface Workload {
  readonly object: ObjectValue;
  readonly spec: Value;
  readonly maps: ConfigMaps;
}

function agentsOf(object: ObjectValue, maps: ConfigMaps): readonly StartedAgent[] {
  const spec = memberOf(memberOf(memberOf(object, 'spec'), 'template'), 'spec');
  if (!spec) return [];
  return itemsOf(memberOf(spec, 'containers')).flatMap((container) =>
    agentsIn(container, { object, spec, maps }),
  );
}

function agentsIn(container: Value, workload: Workload): readonly StartedAgent[] {
  const { object, spec, maps } = workload;
  const imageText = textIn(memberOf(container, 'image'));
  const image = imageText === undefined ? undefined : readImage(imageText);
  const { known, isOpen } = environmentOf(container, maps);
  const key = spanOf(memberOf(container, 'name') ?? container);
  const at = placeOf(container) ?? key;
  const mounts = mountsOf(container, spec, claimsOf(object), maps);
  const running = runningIn({
    image,
    entrypoint: wordsIn(memberOf(container, 'command'), known),
    command: wordsIn(memberOf(container, 'args'), known),
    environment: known,
    targets: mounts.map(({ target }) => target),
    at,
  });
  const count = countOf(object);
  if (!running || count === 0) return [];
  // Variables of pods, and what others put into them, are not in sight.
  const open = running.open ?? (isOpen ? 'variables of it come from elsewhere' : undefined);
  const name = nameOf(object) || 'consul';
  const copies = count !== undefined && count <= 9 ? count : 1;
  return Array.from({ length: copies }, (_, i) => ({
    name: copies > 1 ? `${name}-${i}` : name,
    words: running.words,
    at,
    release: image?.release,
    image: image?.text,
    mounts: [...mounts, ...running.mounts],
    emptyPaths: running.emptyPaths,
    open,
    container: containerOf(container, workload, {
      name,
      index: i,
      copies,
      key,
      image,
      running,
      kept: mounts.flatMap(({ target, content }) => (content.kind === 'empty' ? [] : [target])),
    }),
  }));
}

interface Copy {
  readonly name: string;
  readonly index: number;
  readonly copies: number;
  readonly key: Span;
  readonly image: Image | undefined;
  readonly running: Running;
  readonly kept: readonly string[];
}

function containerOf(
  container: Value,
  { object, spec }: Workload,
  { name, index, copies, key, image, running, kept }: Copy,
): Container {
  const own = kindOf(object) === 'StatefulSet' ? [`${name}-${index}`] : [];
  const release = memberOf(container, 'image');
  const leaving = leavingIn(container);
  return {
    name,
    kind: 'kubernetes',
    at: key,
    names: own,
    sharedNames: [...new Set([name, textIn(memberOf(memberOf(object, 'spec'), 'serviceName')) ?? name])],
    addresses: [],
    count: copies > 1 || countOf(object) === 1 ? 1 : undefined,
    // Within the cluster every pod reaches it; what is beyond depends on services that are not looked at.
    published: textIn(memberOf(spec, 'hostNetwork')) === 'true' ? undefined : [],
    networks: textIn(memberOf(spec, 'hostNetwork')) === 'true' ? undefined : ['pods'],
    kept,
    anonymousVolume: undefined,
    edition: image?.edition,
    release:
      image?.release === undefined || !release ? undefined : { text: image.release, at: spanOf(release) },
    unread: running.unread,
    absent: [],
    ...(leaving && { leavesAtStop: leaving }),
  };
}

/** `consul leave` before the container stops. */
function leavingIn(container: Value): Span | undefined {
  const command = memberOf(
    memberOf(memberOf(memberOf(container, 'lifecycle'), 'preStop'), 'exec'),
    'command',
  );
  const words = itemsOf(command);
  const script = words.find((item) => /(?:^|[/\s;&])consul\s+leave\b/.test(textIn(item) ?? ''));
  if (script) return spanOf(script);
  const leave = words.findIndex(
    (item, i) => textIn(item) === 'leave' && /(?:^|\/)consul$/.test(textIn(words[i - 1]) ?? ''),
  );
  return leave < 0 ? undefined : spanOf(words[leave]!);
}

const placeOf = (container: Value): Span | undefined => {
  const value = memberOf(container, 'args') ?? memberOf(container, 'command');
  const [first] = itemsOf(value);
  return first ? spanOf(first) : undefined;
};

const countOf = (object: ObjectValue): number | undefined => {
  if (kindOf(object) === 'DaemonSet') return undefined;
  const replicas = textIn(memberOf(memberOf(object, 'spec'), 'replicas')) ?? '1';
  return /^\d{1,3}$/.test(replicas) ? Number(replicas) : undefined;
};

const claimsOf = (object: ObjectValue): readonly string[] =>
  itemsOf(memberOf(memberOf(object, 'spec'), 'volumeClaimTemplates')).flatMap(
    (claim) => textIn(memberOf(memberOf(claim, 'metadata'), 'name')) ?? [],
  );

function wordsIn(
  value: Value | undefined,
  known: ReadonlyMap<string, MappedText | undefined>,
): readonly Word[] | undefined {
  if (!value) return undefined;
  return itemsOf(value).flatMap((item) => {
    const word = wordIn(item);
    return word ? [wordOfItem(expanded(scalarText(word), known))] : [];
  });
}
