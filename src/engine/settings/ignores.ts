/**
 * Accepted findings: by a comment `# consul-cfg-ignore RULE: reason` on the same line or above a key or block, by
 * `# consul-cfg-ignore-file RULE: reason` anywhere in the file, or by the settings.
 */
import type { Finding } from '../../finding.ts';
import { isRuleName, nearestRule, renamedTo } from '../../rules/names.ts';
import type { Estate } from '../../subjects/cluster/clusters.ts';
import type { PatroniFiles } from '../../subjects/patroni/files.ts';
import type { Node } from '../../subjects/subjects.ts';
import { isEmbedded } from '../../text/source/embedded.ts';
import type { Source, Span } from '../../text/source/source.ts';
import type { ObjectValue, Value } from '../../text/tree/value.ts';
import { groupBy } from '../../util/collections.ts';

export interface Ignore {
  /** Ids, or subjects as `join/*`. */
  readonly rules: readonly string[];
  /** The ids of renamed rules, as they are written. */
  readonly oldRules?: readonly string[];
  readonly reason: string;
  /** Where it is written. */
  readonly at: Span;
  readonly covers: (finding: Finding) => boolean;
  /** The text whose findings it accepts; absent: any. */
  readonly within?: Source;
  /** True in a file that other manifests extend too: it may be needed there. */
  readonly shared?: boolean;
}

const comment =
  /^(?<before>.*?)(?:#|\/\/|;)\s*consul-cfg-ignore(?<file>-file)?\s+(?<rules>[\w/*-]+(?:\s*,\s*[\w/*-]+)*)(?:[ \t]*:[ \t]*(?<reason>\S(?:.*\S)?)?)?[^\S\r\n\u2028\u2029]*$/gm;

/** The comments of all files, units and manifests of the estates; each text is read once, however many nodes use it. */
export function writtenIgnores(estates: readonly Estate[]): readonly Ignore[] {
  const texts = new Map<Source, Text>();
  for (const { nodes, manifest, entries = [], patroni = [], texts: own = [] } of estates) {
    for (const source of own) texts.set(source, { root: undefined, shared: false });
    for (const source of patroniTexts(nodes, patroni)) texts.set(source, { root: undefined, shared: false });
    for (const { file } of entries) texts.set(file.source, { root: file.raw, shared: false });
    for (const { root, shared } of manifest ?? []) texts.set(root.source, { root, shared });
    for (const [source, root] of nodes.flatMap((node) => textsOfNode(node, manifest !== undefined)))
      texts.set(source, { root, shared: false });
  }
  return [...texts].flatMap(([source, text]) => ignoresIn(source, text));
}

/** The files of a node of a manifest are made from it, and hold no comments of their own. */
const textsOfNode = (
  { files, unit }: Node,
  fromManifest: boolean,
): readonly (readonly [Source, ObjectValue | undefined])[] => [
  ...(fromManifest
    ? []
    : files.flatMap(({ source, raw }) => (isEmbedded(source) ? [] : [[source, raw] as const]))),
  ...(unit?.texts ?? []).map(({ source }) => [source, undefined] as const),
];

const patroniTexts = (nodes: Estate['nodes'], others: readonly PatroniFiles[]): readonly Source[] =>
  [...others, ...nodes.flatMap((node) => node.patroni ?? [])].flatMap(textsOf);

const textsOf = ({ configs, services, environments }: PatroniFiles): readonly Source[] => [
  ...configs,
  ...environments,
  ...services.flatMap(({ texts }) => texts.map(({ source }) => source)),
];

interface Text {
  readonly root: ObjectValue | undefined;
  readonly shared: boolean;
}

function ignoresIn(source: Source, { root, shared }: Text): readonly Ignore[] {
  if (!source.text.includes('consul-cfg-ignore')) return [];
  return [...source.text.matchAll(comment)].map((match): Ignore => {
    const { before = '', file, rules = '', reason = '' } = match.groups ?? {};
    const named = rules.split(',').map((rule) => rule.trim());
    const start = match.index + before.length;
    const end = match.index + match[0].length;
    const range = before.trim() === '' ? below(source, end, root) : source.span(match.index, end);
    const inRange = ({ at }: Finding): boolean => at.start >= range.start && at.start <= range.end;
    return {
      rules: named.map((rule) => renamedTo(rule) ?? rule),
      oldRules: named.filter((rule) => renamedTo(rule) !== undefined),
      reason: reason.trim(),
      at: source.span(start, end),
      shared,
      within: source,
      covers: (finding) => finding.at.source === source && (file !== undefined || inRange(finding)),
    };
  });
}

/** The next line that is not a comment, and all of the block that begins there. */
function below(source: Source, from: number, root: ObjectValue | undefined): Span {
  const gap = /^(?:[ \t]*(?:(?:#|\/\/|;)[^\n]*)?\r?\n)+/.exec(source.text.slice(from));
  const start = from + (gap?.[0].length ?? 0);
  const lineEnd = source.text.indexOf('\n', start);
  const end = lineEnd < 0 ? source.text.length : lineEnd;
  return source.span(start, root ? endOfMember(root, start, end) : end);
}

/** The end of the member whose key is between two offsets; the second of them where there is none. */
function endOfMember(value: Value, start: number, end: number): number {
  if (value.kind === 'list')
    return Math.max(end, ...value.items.map((item) => endOfMember(item, start, end)));
  if (value.kind !== 'object') return end;
  let last = end;
  for (const { key, value: inner } of value.members.values()) {
    const begins = key.start >= start && key.start <= end;
    last = Math.max(last, begins ? inner.end : endOfMember(inner, start, end));
  }
  return last;
}

/**
 * Without findings that are ignored for a reason; with findings about the ignores themselves.
 *
 * @param ownRules ids of rules besides those of the catalogue
 */
export function withoutIgnored(
  findings: readonly Finding[],
  ignores: readonly Ignore[],
  ownRules: readonly string[] = [],
): Finding[] {
  if (ignores.length === 0) return [...findings];
  const used = new Set<Ignore>();
  // By source, since every node of an estate may have ignores: trying each on each finding would be quadratic.
  const bySource = groupBy(ignores, ({ within }) => within);
  const left = findings.filter((finding) => {
    const covers = (ignore: Ignore): boolean =>
      ignore.reason !== '' && isAbout(ignore, finding.rule) && ignore.covers(finding);
    const found = bySource.get(undefined)?.find(covers) ?? bySource.get(finding.at.source)?.find(covers);
    if (found) used.add(found);
    return !found;
  });
  return [...left, ...ignores.flatMap((ignore) => findingsOf(ignore, used.has(ignore), ownRules))];
}

const isAbout = ({ rules }: Ignore, rule: string): boolean =>
  rules.some((named) => (named.endsWith('/*') ? rule.startsWith(named.slice(0, -1)) : named === rule));

function findingsOf(ignore: Ignore, used: boolean, ownRules: readonly string[]): Finding[] {
  const { oldRules = [], at } = ignore;
  const renamed = oldRules.map(
    (name): Finding => ({
      rule: 'settings/invalid',
      severity: 'warning',
      message: `the rule ${name} has been renamed; write ${renamedTo(name)}`,
      at,
    }),
  );
  return [...renamed, ...(misuseOf(ignore, used, ownRules) ?? [])];
}

/** Why the ignore has no effect; undefined where it has one, or may have in another manifest. */
function misuseOf(
  { rules, reason, at, shared }: Ignore,
  used: boolean,
  ownRules: readonly string[],
): Finding[] | undefined {
  const named = rules.join(', ');
  if (reason === '') {
    const message = `this has no effect, since it does not say why ${named} is ignored; add ": " and the reason`;
    return [{ rule: 'settings/ignore-without-reason', severity: 'warning', message, at }];
  }
  const unknown = rules.find((name) => !isRuleName(name, ownRules));
  if (unknown !== undefined && !used) {
    const message = `there is no rule ${unknown}, so this has no effect; did you mean ${nearestRule(unknown)}?`;
    return [{ rule: 'settings/unused-ignore', severity: 'warning', message, at }];
  }
  if (used || shared) return undefined;
  const message = `${named} reports nothing here, so this has no effect and would hide a later mistake; remove it`;
  return [{ rule: 'settings/unused-ignore', severity: 'warning', message, at }];
}
