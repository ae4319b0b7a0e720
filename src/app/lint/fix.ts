/** Fixes for what lint finds: `fixAll` over agents that are read again with the new texts. */
import type { Finding, Fix } from '../../finding.ts';
import { type FixRun, fixAll } from '../../fix/fix.ts';
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

/** The engine asks for the findings and the nodes of one text after the other: it is read once for both. */
export function fixWith<Read>({ readWith, findingsOf, nodesOf, wanted, entryRules }: FixInput<Read>): FixRun {
  let last: { readonly replaced: Replaced; readonly read: Read } | undefined;
  const readOnce = (replaced: Replaced): Read => {
    if (last?.replaced !== replaced) last = { replaced, read: readWith(replaced) };
    return last.read;
  };
  return fixAll((replaced) => findingsOf(readOnce(replaced)), wanted, {
    nodes: (replaced) => nodesOf(readOnce(replaced)),
    entryRules,
  });
}
