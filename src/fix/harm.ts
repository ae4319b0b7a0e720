/**
 * What a fix must not do: make the agent refuse files that it took, change an option that no fixed finding names,
 * or bring up errors.
 */

import { validateWith } from '../engine/validate.ts';
import type { Finding } from '../finding.ts';
import { isError } from '../finding.ts';
import { findOption } from '../options/lookup.ts';
import type { AgentRule } from '../rules/rule.ts';
import type { Node } from '../subjects/subjects.ts';
import { groupBy } from '../util/collections.ts';
import { difference } from './effective.ts';
import { strayValue } from './reparse.ts';

/** What lint says of files, and whose they are. */
export interface State {
  readonly findings: readonly Finding[];
  readonly nodes: readonly Node[];
}

/** Completes "the fix was not applied: …"; undefined where the files are no worse than they were. */
export function harmOf(
  before: State,
  after: State,
  made: readonly Finding[],
  changed: ReadonlySet<string>,
  entryRules: readonly AgentRule[],
): string | undefined {
  const old = byFiles(before.nodes);
  const isNamed = namedBy(made);
  const isAnyMeant = made.some(({ rule, fix }) => rule.startsWith('syntax/') && fix && !fix.safe);
  for (const [key, node] of byFiles(after.nodes)) {
    const was = old.get(key);
    if (!was || !filesOf(node).some((file) => changed.has(file))) continue;
    if (isAccepted(was, entryRules) && !isAccepted(node, entryRules))
      return 'the agent would refuse the file';
    const path = isAnyMeant ? undefined : unnamedChange(was, node, { made, isNamed }, entryRules);
    if (path !== undefined) return `it would change ${path}`;
  }
  const error = newErrors(before.findings, after.findings).find((finding) =>
    isConsequence(finding, [...old.values()], made, entryRules),
  );
  return error && `it would bring up ${error.rule}`;
}

const filesOf = ({ files, unit }: Node): readonly string[] => [
  ...files.map(({ source }) => source.file),
  ...(unit?.texts ?? []).map(({ source }) => source.file),
];

/** Several nodes may share all of their files; they keep their order. */
function byFiles(nodes: readonly Node[]): Map<string, Node> {
  const named = new Map<string, Node>();
  for (const [key, same] of groupBy(nodes, (node) => filesOf(node).join('\n'))) {
    for (const [i, node] of same.entries()) named.set(`${i} ${key}`, node);
  }
  return named;
}

const verdicts = new WeakMap<Node, boolean>();

function isAccepted(node: Node, entryRules: readonly AgentRule[]): boolean {
  const known = verdicts.get(node) ?? !validateWith(node, entryRules, node.machine).some(isError);
  verdicts.set(node, known);
  return known;
}

interface Fixed {
  readonly made: readonly Finding[];
  /** Whether one of them is about an option, or about one around it. */
  readonly isNamed: (path: string) => boolean;
}

/** An option that is not as it was, though no fixed finding names it. */
function unnamedChange(
  was: Node,
  node: Node,
  { made, isNamed }: Fixed,
  entryRules: readonly AgentRule[],
): string | undefined {
  // Of such an agent nothing is known but its texts.
  if (was.files.some(({ guessed, refused }) => guessed || refused)) return strayIn(was, node, made, isNamed);
  const { changed, added } = difference(was, node);
  // An agent that refused its files took in nothing before: what it now has is what was meant.
  const others = isAccepted(was, entryRules) ? added : [];
  return [...changed, ...others].find((path) => !isNamed(path));
}

/** Of the files that the agent could not read, what has another value now. */
function strayIn(
  was: Node,
  node: Node,
  made: readonly Finding[],
  isNamed: (path: string) => boolean,
): string | undefined {
  for (const file of was.files.filter(({ guessed, refused }) => guessed || refused)) {
    const after = node.files.find(({ source }) => source.file === file.source.file);
    const path = after && strayValue(file, after, made, isNamed);
    if (path !== undefined) return path;
  }
  return undefined;
}

/** What a finding is about: of an item the list, and of an old name the new one. */
function namesOf(path: string): readonly string[] {
  const option = path.replace(/\[\d+\]$/, '');
  const use = findOption(option)?.option.deprecated?.use;
  return use === undefined ? [option] : [option, use];
}

/** Each path is asked for with all that is around it, since there may be as many findings as nodes. */
function namedBy(made: readonly Finding[]): Fixed['isNamed'] {
  const paths = made.flatMap(({ path, fix }) => [
    ...(path === undefined ? [] : [path]),
    ...(fix?.sets ?? []),
  ]);
  const names = new Set([...new Set(paths)].flatMap(namesOf));
  return (path) =>
    names.has(path) || [...path.matchAll(/[.[]/g)].some(({ index }) => names.has(path.slice(0, index)));
}

/** By what they say and of which option, since places move. */
function newErrors(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const counts = new Map<string, number>();
  for (const finding of before.filter(isError))
    counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return after.filter(isError).filter((finding) => {
    const left = counts.get(keyOf(finding)) ?? 0;
    counts.set(keyOf(finding), left - 1);
    return left <= 0;
  });
}

const keyOf = ({ rule, at, path }: Finding): string => `${rule} ${at.source.file} ${path ?? ''}`;

/** What was wrong all along, and is seen only now that the agent can read its files, is not harm. */
function isConsequence(
  { at, path }: Finding,
  nodes: readonly Node[],
  made: readonly Finding[],
  entryRules: readonly AgentRule[],
): boolean {
  const own = nodes.filter((node) => filesOf(node).includes(at.source.file));
  if (own.every((node) => isAccepted(node, entryRules))) return true;
  return (
    path !== undefined &&
    made.some((finding) => finding.path === path && finding.at.source.file === at.source.file)
  );
}
