/** What was measured on real agents (1.16.4, 1.20.2, 1.23-dev), one row for each option, as test/corpus/options keeps it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../corpus/options');

/** The releases that were run, by the name under which a row keeps their verdict. */
export const measured = { '1.16': '1.16.4', '1.20': '1.20.2', '1.23': '1.23.0' } as const;
export type Measured = keyof typeof measured;
export const releases = Object.keys(measured) as Measured[];

export interface Fact {
  /** List items are `[]`, map values `{}`. */
  readonly path: string;
  readonly kind: 'scalar' | 'block' | 'list' | 'map';
  readonly type: string;
  readonly aliases?: readonly string[];
  readonly verified: Readonly<
    Record<Measured, 'accepted' | 'unknown-key' | 'unknown-kind' | 'known-but-rejected'>
  >;
  readonly wrongTypeTried?: unknown;
  readonly wrongTypeRejected?: boolean | null;
  readonly badValueTried?: unknown;
  readonly badValueRejectedByValidate?: boolean | Readonly<Record<Measured, boolean>>;
  readonly secret?: boolean;
  readonly enterprise?: boolean;
  readonly hidden?: boolean;
}

export interface AgentFact extends Fact {
  readonly default?: unknown;
  readonly defaultServer?: unknown;
  readonly defaultClient?: unknown;
  readonly deprecated?: { readonly since: string; readonly replacement?: string; readonly warning?: boolean };
  readonly reloadable?: boolean | string;
  readonly cliFlag?: string;
  readonly oneElementListAccepted?: boolean;
  readonly nullAccepted?: boolean;
}

export interface EntryFact extends Fact {
  /** The Go field, with the struct before it. */
  readonly goField?: string;
  readonly weakTypeTried?: unknown;
  readonly weakTypeDecodes?: boolean;
}

export interface ReleaseFact {
  readonly path: string;
  readonly since: string;
  readonly removedIn?: string;
  readonly sinceRelease?: string;
}

const lines = <Row>(file: string): readonly Row[] =>
  readFileSync(join(folder, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

export const agentFacts = lines<AgentFact>('agent.jsonl');
export const entryFacts = lines<EntryFact>('config-entries.jsonl');
export const releaseFacts = lines<ReleaseFact>('releases.jsonl');

/** The smallest configuration with a value at a path: `a[].b` → `{ a: [{ b: value }] }`. */
export function holding(path: string, value: unknown): unknown {
  const steps = path.replaceAll('[]', '.[]').split('.');
  return steps.reduceRight((inner: unknown, step) => wrap(step, inner), value);
}

function wrap(step: string, inner: unknown): unknown {
  if (step === '[]') return [inner];
  return { [step === '{}' ? 'a' : step]: inner };
}
