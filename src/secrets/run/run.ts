/**
 * The files that are read together. What is a secret in one of them is one wherever else it appears: a key that is a node's
 * name as well, the value of a variable from which a flag takes the key.
 */
import { EmbeddedSource } from '../../text/source/embedded.ts';
import type { Source } from '../../text/source/source.ts';
import { secretsIn } from '../found.ts';
import { type Range, replaced, united } from '../range.ts';
import { hidden, secretsAssignedTo } from '../shapes.ts';
import { spellings } from '../spellings.ts';
import { isDistinct } from './distinct.ts';
import { Finder } from './finder.ts';
import { variableIn } from './variables.ts';

export class Run {
  readonly #sources: readonly Source[];
  readonly #others: readonly string[];
  #shared: { readonly finder: Finder; readonly names: ReadonlySet<string> } | undefined;
  readonly #secrets = new WeakMap<Source, readonly Range[]>();

  /** @param others secrets that no file has, such as those of the environment */
  constructor(sources: readonly Source[], others: readonly string[]) {
    this.#sources = sources;
    this.#others = others;
  }

  /** All that is hidden in a file, in order, and without overlaps. */
  secretsOf(source: Source): readonly Range[] {
    const known = this.#secrets.get(source);
    if (known) return known;
    const { finder, names } = this.#sharing();
    const all = [
      ...secretsIn(source),
      ...(names.size > 0 ? secretsAssignedTo(source.text, names) : []),
      ...finder.in(source.text),
    ];
    const found = united(all);
    this.#secrets.set(source, found);
    return found;
  }

  /** Secrets of the files, in any text. */
  in(text: string): readonly Range[] {
    return this.#sharing().finder.in(text);
  }

  /** Any text without them. */
  hide(text: string): string {
    return replaced(text, this.in(text), () => hidden);
  }

  #sharing() {
    this.#shared ??= shared(this.#sources, this.#others);
    return this.#shared;
  }
}

/** How often a variable may be set from another one. */
const longestChain = 4;

function shared(sources: readonly Source[], others: readonly string[]) {
  const byText = new Map(sources.filter(mayHold).map((source) => [source.text, source]));
  const holding = [...byText.values()];
  const texts = new Set<string>();
  const names = new Set<string>();
  const add = (piece: string): void => {
    const variable = variableIn(piece);
    if (variable) names.add(variable.name);
    for (const text of spellings(variable?.fallback ?? piece)) if (isDistinct(text)) texts.add(text);
  };
  others.forEach(add);
  for (const source of holding)
    for (const { start, end } of secretsIn(source)) add(source.text.slice(start, end));
  let chain = longestChain;
  for (let seen = 0; names.size > seen && chain > 0; chain--) {
    seen = names.size;
    for (const { text } of new Set(sources))
      for (const { start, end } of secretsAssignedTo(text, names)) add(text.slice(start, end));
  }
  return { finder: new Finder(texts), names };
}

/** Most files have no word that secrets have, and are not searched as long as nothing of them is shown. */
const mayHold = ({ text }: Source): boolean => words.test(text);

const words =
  /encrypt(?!_verify)|secret|tok[ae]?n|passw|passphrase|\bpwd?\b|psk|credential|cookie|authori[sz]|bearer|basic |licen[cs]e|(?:api|access|private|raw|signing|auth|shared|master|account|gossip)[_-]?key|initial_m|recovery|[\w+/]{43}=|PRIVATE KEY|:\/\/[^\s/]*@/i;

const runs = new WeakMap<Source, Run>();

/**
 * Lets these files be read together, from now on.
 *
 * @param others secrets that no file has, such as those of the environment
 */
export function readTogether(sources: Iterable<Source>, others: Iterable<string> = []): void {
  const all = new Set<Source>();
  for (const source of sources) {
    all.add(source);
    if (source instanceof EmbeddedSource) all.add(source.written.source);
  }
  const run = new Run([...all], [...others]);
  for (const source of all) runs.set(source, run);
}

/** Lets others be texts of files that were read together with one. */
export function readWith(source: Source, others: Iterable<Source>): void {
  const run = runOf(source);
  for (const other of others) runs.set(other, run);
}

/** A file that was not read together with others is read alone. */
export function runOf(source: Source): Run {
  const known = runs.get(source);
  if (known) return known;
  readTogether([source]);
  return runs.get(source)!;
}
