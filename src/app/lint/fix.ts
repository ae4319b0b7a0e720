/** Fixes for what lint finds: `fixAll` over agents that are read again with the new texts. */
import type { Finding, Fix } from '../../finding.ts';
import { type FixRun, fixAll, isHarmless } from '../../fix/fix.ts';
import type { AgentRule } from '../../rules/rule.ts';
import type { Node } from '../../subjects/subjects.ts';

export type Replaced = ReadonlyMap<string, Uint8Array>;

export interface FixInput<Read> {
  /** Reads the agents with the bytes of some files replaced. */
  readonly readWith: (replaced: Replaced) => Read;
  readonly findingsOf: (read: Read) => readonly Finding[];
  readonly nodesOf: (read: Read) => readonly Node[];
  /** Which fixes to make. */
  readonly wanted: (fix: Fix) => boolean;
  /** See `neededRules`. */
  readonly entryRules: readonly AgentRule[];
}

export function fixWith<Read>({ readWith, findingsOf, nodesOf, wanted, entryRules }: FixInput<Read>): FixRun {
  const readOnce = readingOnce(readWith);
  return fixAll((replaced) => findingsOf(readOnce(replaced)), wanted, {
    nodes: (replaced) => nodesOf(readOnce(replaced)),
    entryRules,
  });
}

/** Whether the fix of one finding does no harm when it is applied alone. */
export function isHarmlessWith<Read>(
  finding: Finding,
  { readWith, findingsOf, nodesOf, entryRules }: Omit<FixInput<Read>, 'wanted'>,
): boolean {
  const readOnce = readingOnce(readWith);
  return isHarmless(finding, (replaced) => findingsOf(readOnce(replaced)), {
    nodes: (replaced) => nodesOf(readOnce(replaced)),
    entryRules,
  });
}

/** The engine asks for the findings and the nodes of one text after the other: it is read once for both. */
function readingOnce<Read>(readWith: (replaced: Replaced) => Read): (replaced: Replaced) => Read {
  let last: { readonly replaced: Replaced; readonly read: Read } | undefined;
  return (replaced) => {
    if (last?.replaced !== replaced) last = { replaced, read: readWith(replaced) };
    return last.read;
  };
}
