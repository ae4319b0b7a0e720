/** The words for what the decoder refuses: what is wrong, why, what to write. */

import type { Finding, Fix } from '../../finding.ts';
import { scalarError } from '../../options/check.ts';
import { containsSecret } from '../../options/contains.ts';
import type { Kind, ScalarKind } from '../../options/kinds.ts';
import type { Option, Section } from '../../options/option.ts';
import { bare } from '../../options/suggest/spelling.ts';
import { type SuggestContext, type Suggestion, suggest } from '../../options/suggest/suggest.ts';
import { isScalar } from '../../options/visit.ts';
import { type Span, spanOf } from '../../text/source/source.ts';
import { stringValue } from '../../text/tree/make.ts';
import type { ListValue, Member, NumberValue, Value } from '../../text/tree/value.ts';
import { memberPath } from '../../util/text.ts';
import { listOf } from './fix-list.ts';
import { isPlaceholderKey, placeholderKey } from './placeholder.ts';
import { encodedTwice, wantsOf } from './wants.ts';

const replace = (at: Span, text: string): Fix['edits'] => [
  { source: at.source, start: at.start, end: at.end, text },
];

export function unknownKey(member: Member, section: Section, parent: string, version: string): Finding {
  const path = memberPath(parent, member.name);
  if (isPlaceholderKey(member.name)) return placeholderKey(member.name, member.key, path);
  const suggestion = suggest(section, member.name, { version, ...writtenAs(member.value) });
  return {
    rule: 'option/unknown',
    severity: 'error',
    message: `Consul has no option ${path}; the agent refuses a file with an unknown key${adviceText(suggestion)}`,
    at: spanOf(member.key),
    path,
    ...(suggestion?.removed && { since: suggestion.removed }),
    ...fixOf(member, suggestion),
  };
}

const writtenAs = (value: Value): SuggestContext => ({
  written: value.kind,
  inner: value.kind === 'object' ? [...value.members.keys()] : [],
});

function adviceText(suggestion: Suggestion | undefined): string {
  if (!suggestion) return '';
  const use = suggestion.use === undefined ? '' : `. Did you mean ${suggestion.use}?`;
  return suggestion.note ? `${use || '.'} ${sentence(suggestion.note)}` : use;
}

const sentence = (clause: string): string => clause.charAt(0).toUpperCase() + clause.slice(1);

/** Renaming is safe where only the writing habit differs: `retry-join`, `retryJoin`. */
function fixOf(member: Member, suggestion: Suggestion | undefined): { fix?: Fix } {
  const name = suggestion?.use;
  if (name === undefined || suggestion?.elsewhere) return {};
  const { source, start, end } = member.key;
  const quoted = source.text.slice(start, end).startsWith('"');
  const safe = bare(name) === bare(member.name);
  return {
    fix: {
      title: `rename to ${name}`,
      safe,
      edits: replace(member.key, quoted ? JSON.stringify(name) : name),
    },
  };
}

export function spelledTwice(member: Member, other: Member, path: string): Finding {
  return {
    rule: 'option/unknown',
    severity: 'error',
    message: `${path} is written twice, once as ${other.name} and once as ${member.name}; letter case does not count, and the agent refuses one of them as an unknown key. Keep one`,
    at: spanOf(member.key),
    path,
    related: [{ at: spanOf(other.key), message: 'the other one' }],
  };
}

export function notInVersion(option: Option, member: Member, path: string, version: string): Finding {
  const removed = option.removed;
  const since = typeof option.since === 'string' ? option.since : option.since?.at(-1);
  const when = since === undefined ? `was removed in Consul ${removed}` : `is known from Consul ${since} on`;
  return {
    rule: 'option/not-in-version',
    severity: 'error',
    message: `${path} ${when}; an agent of ${version} refuses the key. Remove it, or set the target version to the one you run`,
    at: spanOf(member.key),
    path,
  };
}

export function unknownEnterprise(member: Member, path: string): Finding {
  return {
    rule: 'option/enterprise',
    severity: 'error',
    message: `${path} is known to Consul Enterprise only, and an agent of the community edition refuses the key; remove it`,
    at: spanOf(member.key),
    path,
  };
}

export function ignoredWithWarning(member: Member, path: string): Finding {
  return {
    rule: 'option/deprecated',
    severity: 'warning',
    message: `${path} has had no effect for many releases, and the agent ignores it with a warning; remove it`,
    at: spanOf(member.key),
    path,
  };
}

export function crashing(value: Value, path: string): Finding {
  return {
    rule: 'option/type',
    severity: 'error',
    message: `${path} is a list that contains only null, on which Consul crashes; remove the key, or write a value`,
    at: spanOf(value),
    path,
  };
}

export function listTwice(list: ListValue, path: string): Finding {
  const [first, second] = list.items;
  return {
    rule: 'option/type',
    severity: 'error',
    message: `${path} is written ${list.items.length} times, but is one block; the agent does not merge blocks of one file and refuses them. Put everything into the first`,
    at: spanOf(second ?? list),
    path,
    ...(first && { related: [{ at: spanOf(first), message: 'the first one' }] }),
  };
}

export function truncated(value: NumberValue, whole: number, path: string): Finding {
  const fits = Number.isSafeInteger(whole) && !/\w/.test(value.source.text[value.end] ?? '');
  return {
    rule: 'option/truncated-number',
    severity: 'warning',
    message: fits
      ? `${path} must be a whole number, and the agent truncates ${value.value} to ${whole} without a warning; write ${whole}, or what you mean`
      : `${path} is out of range, and the agent reads it as ${BigInt(whole)} without a warning; write a number that fits`,
    at: spanOf(value),
    path,
    ...(fits && { fix: { title: `write ${whole}`, safe: false, edits: replace(value, String(whole)) } }),
  };
}

export function wrongType(kind: Kind, value: Value, path: string, option: Option, version: string): Finding {
  const text = corrected(kind, value, version);
  // Whoever writes one text in place of a block with secrets may well have written the secret.
  const hidden = containsSecret(option);
  return {
    rule: 'option/type',
    severity: 'error',
    message: `${path} must be ${wantsOf(kind)}, not ${describe(value, !hidden)}; the agent converts nothing and refuses the file${text === undefined || hidden ? encodedTwice(kind, value) : `. Write ${text}`}`,
    at: spanOf(value),
    path,
    ...(text !== undefined && {
      fix: { title: 'write it in its type', safe: true, edits: replace(value, text) },
    }),
  };
}

function describe(value: Value, shown: boolean): string {
  switch (value.kind) {
    case 'string':
      return shown && value.value.length <= 40 ? `the string ${JSON.stringify(value.value)}` : 'a string';
    case 'number':
      return shown ? `the number ${value.value}` : 'a number';
    case 'bool':
      return `the boolean ${value.value}`;
    case 'null':
      return 'null';
    case 'object':
      return 'a block';
    case 'list':
      return value.items.length === 0 ? 'an empty list' : `a list of ${value.items.length}`;
  }
}

/** The value in the wanted type, where there is no doubt what was meant. */
function corrected(kind: Kind, value: Value, version: string): string | undefined {
  const { source, start, end } = value;
  // `30s` reads as a number and a key after it, and `10.0.0.1` as three numbers, which is not what was meant.
  if (/[\w."'+-]/.test(source.text[end] ?? '') || /[\w."'+-]/.test(source.text[start - 1] ?? ''))
    return undefined;
  const written = source.text.slice(start, end);
  if (kind.shape === 'list') return listWith(kind.of, value, written);
  if (!isScalar(kind)) return undefined;
  if (kind.shape === 'string') {
    if (value.kind !== 'number' && value.kind !== 'bool') return undefined;
    const text = stringValue(written, value);
    return scalarError(text, kind, version) === undefined ? JSON.stringify(written) : undefined;
  }
  if (value.kind !== 'string') return undefined;
  const text = value.value.trim();
  if (kind.shape === 'bool') return text === 'true' || text === 'false' ? text : undefined;
  return /^-?(?:0|[1-9]\d*)$/.test(text) && !(kind.shape === 'uint' && text.startsWith('-'))
    ? text
    : undefined;
}

function listWith(of: Kind, value: Value, written: string): string | undefined {
  if (value.kind === 'string') return written.startsWith('<<') ? undefined : listOf(of, value);
  return isScalar(of) && shapeFits(of, value) ? `[${written}]` : undefined;
}

function shapeFits(kind: ScalarKind, value: Value): boolean {
  if (kind.shape === 'string' || kind.shape === 'bool') return value.kind === kind.shape;
  return value.kind === 'number';
}
