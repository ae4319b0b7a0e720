/** The issues that zod reports on a manifest, as findings that point into it. */
import { closest, distance } from 'fastest-levenshtein';
import * as z from 'zod';
import type { Finding } from '../../finding.ts';
import { agent } from '../../options/agent.ts';
import { member } from '../../options/lookup.ts';
import { minorOf } from '../../options/releases/versions.ts';
import type { Span } from '../../text/source/source.ts';
import type { Value } from '../../text/tree/value.ts';
import { manifestSchema } from '../schema.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

export function findingsOf(issues: readonly Issue[], root: Value): Finding[] {
  return issues.flatMap((issue) => explain(issue, [], root));
}

function explain(issue: Issue, prefix: Path, root: Value): Finding[] {
  const path = [...prefix, ...issue.path];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, root));
    case 'invalid_union': {
      const branch = likeliest(issue.errors, find(root, path));
      return branch.flatMap((inner) => explain(inner, path, root));
    }
    case 'invalid_key':
      return [invalid(keyAt(root, path), path, `the name ${text(path.at(-1))} ${issue.issues[0]?.message}`)];
    case 'invalid_type':
      return [wrongType(issue, path, root)];
    default:
      return [invalid(valueAt(root, path), path, `\`${printPath(path)}\` ${words(issue)}`)];
  }
}

/** The branch that got furthest: a map with one wrong member is a map, not a list, and a wrong word is a word. */
function likeliest(branches: readonly (readonly Issue[])[], value: Value | undefined): readonly Issue[] {
  const failed = branches.filter((issues) => issues.length > 0);
  return (
    branches.find((issues) => issues.every((issue) => issue.path.length > 0)) ??
    failed.findLast((issues) => issues.every((issue) => isOfType(issue, value))) ??
    failed.at(-1) ??
    []
  );
}

/** Whether the type of the value is right, and only what it says is wrong. */
function isOfType(issue: Issue, value: Value | undefined): boolean {
  if (issue.code !== 'invalid_value') return issue.code !== 'invalid_type' && issue.code !== 'invalid_union';
  return (
    value !== undefined &&
    'value' in value &&
    issue.values.some((known) => typeof known === typeof value.value)
  );
}

function unknownKey(key: string, path: Path, root: Value): Finding {
  const where = path.length === 0 ? 'of a manifest' : `of \`${printPath(path)}\``;
  return invalid(
    keyAt(root, [...path, key]),
    [...path, key],
    `\`${key}\` is not a key ${where}${keyHint(key, path, find(root, [...path, key]))}`,
  );
}

const belowConfig = '; an option of the agents belongs under `config`';

/** More keys than these are not listed. */
const listed = 8;

/** Where an option of the agents belongs, the key that was meant, or those that there are. */
function keyHint(key: string, path: Path, value: Value | undefined): string {
  // `server: true` is the option, and `server: [a, b, c]` means the key `servers`.
  const isList = value?.kind === 'list' || value?.kind === 'object';
  if (path.length === 0 && !isList && member(agent, key)) return belowConfig;
  const keys = [...new Set(keysAt(manifestSchema, path))];
  const near = closest(key, keys);
  if (distance(key, near) <= Math.max(2, key.length / 3)) return `; did you mean \`${near}\`?`;
  if (path.length === 0) return belowConfig;
  return keys.length > 0 && keys.length <= listed ? `; it has ${keys.join(', ')}` : '';
}

/** The keys that the schema knows at a path; none where it leaves the keys open. */
function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  const [step, ...rest] = path;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return keysAt(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((branch) => keysAt(branch, path));
  if (schema instanceof z.ZodRecord) return step === undefined ? [] : keysAt(schema.valueType, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  if (step === undefined) return Object.keys(schema.shape);
  const member: z.core.$ZodType | undefined = schema.shape[step as string];
  return member ? keysAt(member, rest) : [];
}

function wrongType(issue: Issue & { readonly code: 'invalid_type' }, path: Path, root: Value): Finding {
  const value = find(root, path);
  if (value === undefined && path.length > 0) {
    const parent = valueAt(root, path.slice(0, -1));
    return invalid(
      parent,
      path,
      `\`${printPath(path)}\` is missing${path[0] === 'consul' ? consulHint : ''}`,
    );
  }
  const number = issue.path.at(-1) === 'consul' && value?.kind === 'number' ? quoteHint(value) : '';
  const found = value ? kinds[value.kind] : 'nothing';
  const at = valueAt(root, path);
  const name = path.length === 0 ? 'the manifest' : `\`${printPath(path)}\``;
  return invalid(
    at,
    path,
    `${name} must be ${wants[issue.expected] ?? issue.expected}, not ${found}${number || nodeHint(path, value)}`,
  );
}

/** How nodes are written, where they are written in a way of other programs. */
function nodeHint(path: Path, value: Value | undefined): string {
  const [list, node] = path.slice(-2);
  if ((list !== 'servers' && list !== 'clients') || !value) return '';
  if (typeof node === 'number' && value.kind === 'object')
    return `; nodes with more than a name are a map of names: ${list}: { srv1: { address: 10.0.0.1 } }`;
  const isAddress = value.kind === 'string' && /^[\w.:-]+$/.test(value.value);
  return typeof node === 'string' && isAddress ? `; write ${node}: { address: ${value.value} }` : '';
}

const consulHint = '; write the Consul release that the files are for, such as consul: "1.16"';

/** YAML reads 1.20 as the number 1.2: only the text has what was meant. */
function quoteHint(value: Value): string {
  const written = value.source.text.slice(value.start, value.end);
  return minorOf(written) === undefined
    ? `; YAML reads 1.20 as 1.2, so write the release that the hosts run in quotes, such as "1.20"`
    : `; YAML would read 1.20 as 1.2, so write "${written}" in quotes`;
}

function words(issue: Issue): string {
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(text).join(', ')}`;
  if (issue.code === 'too_small') return 'must not be empty';
  return issue.message;
}

const wants: Readonly<Record<string, string>> = {
  string: 'a string',
  object: 'a map',
  record: 'a map',
  array: 'a list',
  number: 'a number',
  boolean: 'true or false',
};

const kinds: Readonly<Record<Value['kind'], string>> = {
  string: 'a string',
  number: 'a number',
  bool: 'true or false',
  null: 'empty',
  list: 'a list',
  object: 'a map',
};

const invalid = (at: Span, path: Path, message: string): Finding => ({
  rule: 'manifest/invalid',
  severity: 'error',
  message,
  at,
  path: printPath(path),
});

const text = (key: unknown): string => JSON.stringify(typeof key === 'symbol' ? String(key) : key);

export function printPath(path: Path): string {
  return path.reduce<string>((shown, step) => {
    if (typeof step === 'number') return `${shown}[${step}]`;
    return shown === '' ? String(step) : `${shown}.${String(step)}`;
  }, '');
}

/** The value at a path; undefined where there is none. */
function find(root: Value, path: Path): Value | undefined {
  let value: Value | undefined = root;
  for (const step of path) {
    if (value?.kind === 'object') value = value.members.get(String(step))?.value;
    else if (value?.kind === 'list') value = value.items[Number(step)];
    else return undefined;
  }
  return value;
}

/** Its location; otherwise that of the nearest enclosing value. */
function valueAt(root: Value, path: Path): Span {
  return find(root, path) ?? (path.length === 0 ? root : valueAt(root, path.slice(0, -1)));
}

function keyAt(root: Value, path: Path): Span {
  const parent = find(root, path.slice(0, -1));
  const member = parent?.kind === 'object' ? parent.members.get(String(path.at(-1))) : undefined;
  return member?.key ?? valueAt(root, path);
}
