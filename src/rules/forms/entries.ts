import type { Agent } from '../../model/agent.ts';
import { decodeWeak } from '../../model/decode/weak.ts';
import type { WeakFault } from '../../model/decode/weak-fault.ts';
import { itemsAt, nearest, textAt } from '../../model/value-path.ts';
/** The form of rules about config entries: one at a time, decoded leniently, with canonical keys. */
import { configEntry } from '../../options/config-entries.ts';
import { isAtLeast } from '../../options/releases/versions.ts';
import type { RuleId } from '../../rule-ids.ts';
import type { AgentSubject } from '../../subjects/subjects.ts';
import type { Span } from '../../text/source/source.ts';
import type { Member, ObjectValue, Value } from '../../text/tree/value.ts';
import { own } from '../../util/collections.ts';
import { memberPath } from '../../util/text.ts';
import type { AgentRule } from '../rule.ts';

export interface Entry {
  readonly value: ObjectValue;
  /** `config_entries.bootstrap[2]` */
  readonly path: string;
  readonly kind: string;
  readonly name: string;
  readonly isAtLeast: (version: string) => boolean;
}

/** A fault of decoding an entry; what could be decoded of it is an `Entry` nevertheless. */
export interface EntryFault {
  readonly path: string;
  readonly at: Span;
  readonly fault: WeakFault | { readonly code: 'no-kind' | 'kind-type' | 'kind'; readonly kind?: string };
}

interface Entries {
  readonly entries: readonly Entry[];
  readonly faults: readonly EntryFault[];
}

const known = new WeakMap<Agent, Entries>();

/** The entries of an agent, decoded once. */
export function entriesOf(agent: Agent): Entries {
  const cached = known.get(agent);
  if (cached) return cached;
  const entries: Entry[] = [];
  const faults: EntryFault[] = [];
  for (const [i, raw] of itemsAt(agent.config.resolved, 'config_entries.bootstrap').entries()) {
    const entry = readEntry(raw, `config_entries.bootstrap[${i}]`, agent.version, faults);
    if (entry) entries.push(entry);
  }
  const result = { entries, faults };
  known.set(agent, result);
  return result;
}

/** Keys that the agent removes before it decodes an entry. */
const removedKeys = ['kind', 'Kind', 'CreateIndex', 'ModifyIndex'];

function readEntry(raw: Value, path: string, version: string, faults: EntryFault[]): Entry | undefined {
  if (raw.kind !== 'object') return undefined;
  // Exactly these two spellings, the capital one first.
  const kind = raw.members.get('Kind') ?? raw.members.get('kind');
  const variant = kindFault(kind) === undefined ? variantOf(textOf(kind), version) : undefined;
  if (!kind || !variant) {
    faults.push({
      path,
      at: kind?.value ?? raw,
      fault: { code: kindFault(kind) ?? 'kind', kind: textOf(kind) },
    });
    return undefined;
  }
  const onFault = (fault: WeakFault): void => void faults.push({ path: fault.path, at: fault.at, fault });
  const value = decodeWeak(raw, variant.block.section(), { version, also: removedKeys, onFault }, path);
  return {
    value,
    path,
    kind: textOf(kind),
    name: textAt(value, 'name'),
    isAtLeast: (since) => isAtLeast(version, since),
  };
}

function kindFault(kind: Member | undefined): 'no-kind' | 'kind-type' | undefined {
  if (!kind) return 'no-kind';
  return kind.value.kind === 'string' ? undefined : 'kind-type';
}

const textOf = (member: Member | undefined): string =>
  member?.value.kind === 'string' ? member.value.value : '';

export function variantOf(kind: string, version: string) {
  const variant = own(configEntry.variants, kind);
  return variant?.since !== undefined && !isAtLeast(version, variant.since) ? undefined : variant;
}

/** `key`: the member concerned, by its path below the entry. */
export type ReportKey = (key: string, message: string) => void;

export interface EntryRule extends Pick<AgentRule, 'docs' | 'since' | 'before' | 'supersedes'> {
  readonly id: RuleId;
  /** The kinds of entries that it applies to; absent: all. */
  readonly kinds?: readonly string[];
  readonly keys: readonly string[];
  readonly run: (entry: Entry, report: ReportKey) => void;
}

export function ofEntries({ id, kinds, keys, run, ...rest }: EntryRule): AgentRule {
  return {
    ...rest,
    scope: 'agent',
    source: 'consul',
    id,
    severity: 'error',
    options: keys.map((key) => `config_entries.bootstrap[].${key}`),
    run: ({ agent }: AgentSubject, report) => {
      for (const entry of entriesOf(agent).entries) {
        if (kinds && !kinds.includes(entry.kind)) continue;
        run(entry, (key, message) => {
          const path = key === '' ? entry.path : memberPath(entry.path, key);
          report({ path, value: nearest(entry.value, key), message: `${path} ${message}` });
        });
      }
    },
  };
}
