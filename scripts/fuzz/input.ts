/** Inputs of a run: trees of files, taken from the cases of rules and the corpus of texts, and changed at random. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAllCases } from '../../test/rules/cases.ts';
import { bytesOf, readCases } from '../corpus/case.ts';
import { mutate, type Random } from '../corpus/mutate.ts';
import { plant, plantElsewhere } from './secrets.ts';

export type Tree = Readonly<Record<string, Uint8Array>>;

export interface Seeds {
  /** Trees that hold configuration of agents. */
  readonly trees: readonly Tree[];
  /** All texts by the end of their names: `hcl`, `json`, `yaml`, `service`. */
  readonly texts: ReadonlyMap<string, readonly Uint8Array[]>;
  /** Trees of files that start agents, by the folder of `test/sources/` that has them. */
  readonly sources: ReadonlyMap<string, readonly Tree[]>;
}

/** Files by which a case describes the machine and not a file of people. */
const notFiles = new Set(['machine', 'modes', 'directories', 'denied']);

const encoder = new TextEncoder();

export function readSeeds(): Seeds {
  const trees = readAllCases()
    .map(({ files }) => Object.entries(files).filter(([name]) => !notFiles.has(name)))
    .filter((files) => files.length > 0)
    .map((files) => Object.fromEntries(files.map(([name, text]) => [name, encoder.encode(text)])));
  const texts = new Map<string, Uint8Array[]>();
  const add = (kind: string, bytes: Uint8Array): void => {
    const list = texts.get(kind);
    if (list) list.push(bytes);
    else texts.set(kind, [bytes]);
  };
  for (const tree of trees) for (const [name, bytes] of Object.entries(tree)) add(kindOf(name), bytes);
  for (const kind of ['hcl', 'json']) {
    const path = join(import.meta.dirname, `../../test/corpus/text/${kind}.jsonl`);
    for (const found of readCases(readFileSync(path, 'utf8'))) add(kind, bytesOf(found));
  }
  return { trees, texts, sources: readSources() };
}

function readSources(): ReadonlyMap<string, readonly Tree[]> {
  const folder = join(import.meta.dirname, '../../test/sources');
  const kinds = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(
    kinds.map(({ name }) => {
      const cases = readdirSync(join(folder, name)).filter((file) => file.endsWith('.txt'));
      return [name, cases.map((file) => treeOfCase(readFileSync(join(folder, name, file), 'utf8')))];
    }),
  );
}

/** `-- path --` begins a file; the last part has the agents that are found. */
function treeOfCase(text: string): Tree {
  const [, ...parts] = text.split(/^-- (.+) --\n/m);
  const files = parts.flatMap((name, i) => (i % 2 === 0 ? [[name, parts[i + 1] ?? ''] as const] : []));
  return Object.fromEntries(
    files.filter(([name]) => name !== 'agents').map(([name, content]) => [name, encoder.encode(content)]),
  );
}

/** How a file is read: by the end of its name. */
export const kindOf = (name: string): string => /\.(\w+)$/.exec(name)?.[1]?.replace('yml', 'yaml') ?? '';

/** A tree like one of the seeds: a file or two changed, one left out or doubled, and secrets planted in what is there. */
export function nextTree({ trees, texts }: Pick<Seeds, 'trees' | 'texts'>, next: Random): Tree {
  const tree: Record<string, Uint8Array> = { ...trees[next(trees.length)] };
  for (let steps = next(3); steps >= 0; steps--) {
    const names = Object.keys(tree);
    const name = names[next(names.length)]!;
    switch (next(8)) {
      case 0:
        if (names.length > 1) delete tree[name];
        break;
      case 1:
        tree[name.replace(/([^/]+)$/, `x${next(9)}-$1`)] = tree[name]!;
        break;
      case 2:
        tree[name] = withLineOf(tree[name]!, texts.get(kindOf(name)) ?? [tree[name]!], next);
        break;
      default:
        tree[name] = mutate([tree[name]!, ...sample(texts.get(kindOf(name)) ?? [], next)], next);
    }
  }
  const planted = Object.fromEntries(Object.entries(tree).map(([name, bytes]) => [name, plant(bytes)]));
  return next(4) === 0 ? plantElsewhere(planted) : planted;
}

/** A text of one kind, changed. */
export const nextText = ({ texts }: Seeds, kind: string, next: Random): Uint8Array =>
  plant(mutate(texts.get(kind) ?? [new Uint8Array()], next));

const sample = (list: readonly Uint8Array[], next: Random): readonly Uint8Array[] =>
  list.length === 0 ? [] : [list[next(list.length)]!];

/** A line of another text in the place of one of its own, or between two: what the grammar of options allows more often. */
function withLineOf(bytes: Uint8Array, others: readonly Uint8Array[], next: Random): Uint8Array {
  const own = Buffer.from(bytes).toString('latin1').split('\n');
  const other = Buffer.from(others[next(others.length)]!).toString('latin1').split('\n');
  own.splice(next(own.length), next(2), other[next(other.length)]!);
  return Buffer.from(own.join('\n'), 'latin1');
}

/** A tree as JSON and back: texts as they are, other bytes in base64. */
export const treeToJson = (tree: Tree): Record<string, string | { readonly base64: string }> =>
  Object.fromEntries(
    Object.entries(tree).map(([name, bytes]) => {
      const text = Buffer.from(bytes).toString('utf8');
      const isText = Buffer.from(text, 'utf8').equals(Buffer.from(bytes));
      return [name, isText ? text : { base64: Buffer.from(bytes).toString('base64') }];
    }),
  );

export const treeFromJson = (json: ReturnType<typeof treeToJson>): Tree =>
  Object.fromEntries(
    Object.entries(json).map(([name, value]) => [
      name,
      typeof value === 'string' ? encoder.encode(value) : Buffer.from(value.base64, 'base64'),
    ]),
  );
