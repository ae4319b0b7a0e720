/**
 * What the flags of `consul agent` say, as configuration with places in the command line. Consul lays flags whose type
 * is a list under the files (their items come first) and all others over them.
 */

import type { ConfigFile } from '../../model/load/file.ts';
import { agent } from '../../options/agent.ts';
import type { Kind } from '../../options/kinds.ts';
import { walk } from '../../options/lookup.ts';
import { type Source, type Span, spanOf } from '../../text/source/source.ts';
import type { Word } from '../../text/systemd.ts';
import { boolValue, listValue, numberValue, stringValue } from '../../text/tree/make.ts';
import type { Member, ObjectValue, Value } from '../../text/tree/value.ts';
import { type Environment, isUnknown, noEnvironment, withVariables } from './environment.ts';
import { type FlagFault, flagFault } from './flag-faults.ts';
import { isUnfilled, withWholeTemplates } from './unfilled.ts';

export interface Flags {
  readonly under: ConfigFile | undefined;
  readonly over: ConfigFile | undefined;
  /** `-config-dir` and `-config-file`, and the paths given without a flag. */
  readonly configPaths: readonly Word[];
  /** `-dev`, in which an agent needs no files at all. */
  readonly dev: boolean;
  /** Options that a flag sets to what is known only where the agent starts, and where. */
  readonly unknown: ReadonlyMap<string, Span>;
  /** A variable expands to words, which may be any flags, or a flag is a fragment of configuration. */
  readonly open: boolean;
  /** Values that are still to be filled in. */
  readonly placeholders: readonly FlagPlaceholder[];
  /** Why the agent refuses the command line. */
  readonly fault: FlagFault | undefined;
}

export interface FlagPlaceholder {
  /** Of the option; undefined where it belongs to none. */
  readonly path: string | undefined;
  /** As it is written; undefined for a secret. */
  readonly text: string | undefined;
  readonly at: Span;
}

interface Given {
  readonly name: string;
  /** Undefined where the flag has no value, as those of type bool may. */
  readonly value: Word | undefined;
  readonly at: Span;
}

/** Reads the words after `consul agent`. Flags that no option has are passed over. */
export function readFlags(
  source: Source,
  written: readonly Word[],
  environment: Environment = noEnvironment,
): Flags {
  const options = flagOptions();
  const lists = new Map<string, Value[]>();
  const scalars: { path: string; value: Value }[] = [];
  const configPaths: Word[] = [];
  const unknown = new Map<string, Span>();
  const words = withWholeTemplates(withVariables(written, environment));
  const { filled, placeholders } = withoutUnfilled([...givenFlags(words, options)], options);
  for (const { path, at } of placeholders) if (path !== undefined) unknown.set(path, at);
  const open = filled.some(isOpen) || placeholders.some(({ path }) => path === undefined);
  let dev = false;
  for (const { name, value, at } of filled.filter((one) => !isOpen(one) && !isEmptyItem(one, options))) {
    const option = options.get(name);
    if (name === '-dev') dev = value?.text !== 'false';
    else if (isConfigPath(name)) configPaths.push(...(value ? [value] : []));
    else if (option && value && isUnknown(value.text)) unknown.set(option.path, value.at);
    else if (option?.kind.shape === 'list' && value) append(lists, option.path, literalOf('string', value));
    else if (option) scalars.push(scalarOf(option, value, at));
  }
  const appended = [...lists].map(([path, items]) => ({ path, value: listOf(items) }));
  return {
    under: fileOf(source, appended),
    over: fileOf(source, scalars),
    configPaths,
    dev,
    unknown,
    open,
    placeholders,
    fault: flagFault(words, options),
  };
}

function withoutUnfilled(
  given: readonly Given[],
  options: ReadonlyMap<string, FlagOption>,
): { readonly filled: readonly Given[]; readonly placeholders: readonly FlagPlaceholder[] } {
  const filled: Given[] = [];
  const placeholders: FlagPlaceholder[] = [];
  for (const one of given) {
    const option = options.get(one.name);
    const { text, at } = one.value ?? {};
    if (text === undefined || at === undefined || !isUnfilled(text, option?.kind)) filled.push(one);
    else placeholders.push({ path: option?.path, text: option?.secret ? undefined : text, at });
  }
  return { filled, placeholders };
}

/** An item of a list without a text, which the agent leaves out. */
const isEmptyItem = ({ name, value }: Given, options: ReadonlyMap<string, FlagOption>): boolean =>
  value?.text === '' && options.get(name)?.kind.shape === 'list';

/** A fragment of configuration, or `$CONSUL_OPTS` by itself, where nothing gives its value. */
const isOpen = ({ name, value }: Given): boolean =>
  name === '-hcl' || (name === '' && value !== undefined && /^\$(?:[A-Za-z_]\w*|\{\w+\})$/.test(value.text));

function scalarOf({ path, kind }: FlagOption, value: Word | undefined, at: Span) {
  if (!value) return { path, value: boolValue(true, at) };
  return kind.shape === 'map'
    ? { path: keyed(path, value), value: afterColon(value) }
    : { path, value: literalOf(kind.shape, value) };
}

const isConfigPath = (name: string): boolean => /^-config-(dir|file)$/.test(name) || name === '';

interface FlagOption {
  readonly path: string;
  readonly kind: Kind;
  readonly secret: boolean;
}

let known: ReadonlyMap<string, FlagOption> | undefined;

/** By flag, with one dash. */
function flagOptions(): ReadonlyMap<string, FlagOption> {
  if (known) return known;
  const flags = new Map<string, FlagOption>();
  walk(agent, ({ path, option, kind }) => {
    if (option.flag) flags.set(option.flag, { path, kind, secret: option.secret === true });
  });
  // Its name before Consul 1.9.
  flags.set('-non-voting-server', flags.get('-read-replica')!);
  known = flags;
  return flags;
}

/** The option that a flag, with one dash, sets. */
export const optionOfFlag = (flag: string): string | undefined => flagOptions().get(flag)?.path;

/** As Go's flag package cuts them: one dash or two, `=value` or, unless the flag is a bool, the next word. */
function* givenFlags(words: readonly Word[], options: ReadonlyMap<string, FlagOption>): Generator<Given> {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const match = /^--?([\w-]+)(=.*)?$/s.exec(word.text);
    if (!match) {
      yield { name: '', value: word, at: word.at };
      continue;
    }
    const name = `-${match[1]}`;
    if (match[2] !== undefined) {
      yield { name, value: { text: match[2].slice(1), at: valueSpan(word) }, at: word.at };
      continue;
    }
    const alone = options.get(name)?.kind.shape === 'bool' || name === '-dev';
    if (!alone) i++;
    yield { name, value: alone ? undefined : words[i], at: word.at };
  }
}

/** The part of the word after its equals sign. */
function valueSpan({ text, at, part }: Word): Span {
  if (part) return part(text.indexOf('=') + 1, text.length);
  const equals = at.source.text.indexOf('=', at.start);
  return at.source.span(Math.min(equals + 1, at.end), at.end);
}

function literalOf(shape: Kind['shape'], { text, at }: Word): Value {
  if (shape === 'bool') return boolValue(/^(1|t|T|true|TRUE|True)$/.test(text), at);
  const number = Number(text);
  const numeric = shape === 'int' || shape === 'uint' || shape === 'float';
  if (numeric && text.trim() !== '' && Number.isFinite(number)) {
    return numberValue(number, at);
  }
  return stringValue(text, at);
}

/** `-node-meta=rack:1`: the key is a part of the path. */
const keyed = (path: string, { text }: Word): string => `${path}.${text.split(':', 1)[0]}`;

const afterColon = ({ text, at }: Word): Value =>
  stringValue(text.includes(':') ? text.slice(text.indexOf(':') + 1) : '', at);

function append(lists: Map<string, Value[]>, path: string, value: Value): void {
  const items = lists.get(path);
  if (items) items.push(value);
  else lists.set(path, [value]);
}

function listOf(items: readonly Value[]): Value {
  return listValue(items, items[0]!);
}

function fileOf(source: Source, entries: readonly { path: string; value: Value }[]): ConfigFile | undefined {
  if (entries.length === 0) return undefined;
  let value: ObjectValue = { kind: 'object', members: new Map(), ...source.span(0, source.text.length) };
  for (const entry of entries) value = put(value, entry.path.split('.'), entry.value);
  return { source, format: 'hcl', raw: undefined, value, findings: [] };
}

function put(object: ObjectValue, [name = '', ...rest]: readonly string[], value: Value): ObjectValue {
  const there = object.members.get(name)?.value;
  const empty: ObjectValue = { kind: 'object', members: new Map(), ...spanOf(value) };
  const inner = rest.length === 0 ? value : put(there?.kind === 'object' ? there : empty, rest, value);
  const member: Member = { name, key: spanOf(value), value: inner };
  return { ...object, members: new Map(object.members).set(name, member) };
}
