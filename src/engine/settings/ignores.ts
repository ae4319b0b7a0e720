/**
 * Findings that somebody has looked at and accepted: by a comment `# consul-cfg-ignore RULE: reason` on the line or
 * above the thing, by `# consul-cfg-ignore-file RULE: reason` anywhere in the file, or by the settings.
 */
import type { Finding } from '../../finding.ts';
import type { Estate } from '../../subjects/cluster/clusters.ts';
import type { Source, Span } from '../../text/source/source.ts';
import type { ObjectValue, Value } from '../../text/tree/value.ts';
import { groupBy } from '../../util/group-by.ts';

export interface Ignore {
  /** Ids, or groups as `join/*`. */
  readonly rules: readonly string[];
  readonly reason: string;
  /** Where it is written. */
  readonly at: Span;
  readonly covers: (finding: Finding) => boolean;
  /** Absent where it is about findings of any text. */
  readonly within?: Source;
  /** True where it may be needed when others are judged. */
  readonly shared?: boolean;
}

const comment =
  /^(?<before>.*?)(?:#|\/\/|;)\s*consul-cfg-ignore(?<file>-file)?\s+(?<rules>[\w/*-]+(?:\s*,\s*[\w/*-]+)*)(?:[ \t]*:[ \t]*(?<reason>\S(?:.*\S)?)?)?[^\S\r\n\u2028\u2029]*$/gm;

/** The comments of all files, units and manifests of the estates: of each text once, whatever number of nodes it is for. */
export function writtenIgnores(estates: readonly Estate[]): readonly Ignore[] {
  const texts = new Map<Source, Text>();
  for (const { nodes, manifest } of estates) {
    for (const { root, shared } of manifest ?? []) texts.set(root.source, { root, shared });
    for (const { files, unit } of nodes) {
      if (!manifest) for (const { source, raw } of files) texts.set(source, { root: raw, shared: false });
      for (const { source } of unit?.texts ?? []) texts.set(source, { root: undefined, shared: false });
    }
  }
  return [...texts].flatMap(([source, text]) => ignoresIn(source, text));
}

interface Text {
  readonly root: ObjectValue | undefined;
  readonly shared: boolean;
}

function ignoresIn(source: Source, { root, shared }: Text): readonly Ignore[] {
  if (!source.text.includes('consul-cfg-ignore')) return [];
  return [...source.text.matchAll(comment)].map((match): Ignore => {
    const { before = '', file, rules = '', reason = '' } = match.groups ?? {};
    const start = match.index + before.length;
    const end = match.index + match[0].length;
    const range = before.trim() === '' ? below(source, end, root) : source.span(match.index, end);
    const inRange = ({ at }: Finding): boolean => at.start >= range.start && at.start <= range.end;
    return {
      rules: rules.split(',').map((rule) => rule.trim()),
      reason: reason.trim(),
      at: source.span(start, end),
      shared,
      within: source,
      covers: (finding) => finding.at.source === source && (file !== undefined || inRange(finding)),
    };
  });
}

/** The line below, other comments passed over, and all of the block that begins there. */
function below(source: Source, from: number, root: ObjectValue | undefined): Span {
  const gap = /^(?:[ \t]*(?:(?:#|\/\/|;)[^\n]*)?\r?\n)+/.exec(source.text.slice(from));
  const start = from + (gap?.[0].length ?? 0);
  const lineEnd = source.text.indexOf('\n', start);
  const end = lineEnd < 0 ? source.text.length : lineEnd;
  return source.span(start, root ? endOfMember(root, start, end) : end);
}

/** The end of the member whose key stands between two offsets; the second of them where there is none. */
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

/** Without what is ignored for a reason; with what is wrong with the ignores themselves. */
export function withoutIgnored(findings: readonly Finding[], ignores: readonly Ignore[]): Finding[] {
  if (ignores.length === 0) return [...findings];
  const used = new Set<Ignore>();
  // Every node of an estate may have its own, and to try each on each finding would take the square of the nodes.
  const bySource = groupBy(ignores, ({ within }) => within);
  const left = findings.filter((finding) => {
    const covers = (ignore: Ignore): boolean =>
      ignore.reason !== '' && isAbout(ignore, finding.rule) && ignore.covers(finding);
    const found = bySource.get(undefined)?.find(covers) ?? bySource.get(finding.at.source)?.find(covers);
    if (found) used.add(found);
    return !found;
  });
  return [...left, ...ignores.flatMap((ignore) => complaintOf(ignore, used.has(ignore)) ?? [])];
}

const isAbout = ({ rules }: Ignore, rule: string): boolean =>
  rules.some((named) => (named.endsWith('/*') ? rule.startsWith(named.slice(0, -1)) : named === rule));

function complaintOf({ rules, reason, at, shared }: Ignore, used: boolean): Finding | undefined {
  const named = rules.join(', ');
  if (reason === '') {
    return {
      rule: 'settings/ignore-without-reason',
      severity: 'warning',
      message: `this ignores ${named} without saying why, and so does nothing; write ": " and the reason behind it`,
      at,
    };
  }
  if (used || shared) return undefined;
  return {
    rule: 'settings/unused-ignore',
    severity: 'warning',
    message: `nothing here is reported by ${named} any more; remove this, or it will hide the next one`,
    at,
  };
}
