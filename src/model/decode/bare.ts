/** The message for a value without quotes, now that the option, and so the expected value, is known. */

import type { Finding, Fix } from '../../finding.ts';
import { scalarError } from '../../options/check.ts';
import { containsSecret } from '../../options/contains.ts';
import type { Kind, ScalarKind } from '../../options/kinds.ts';
import { visitKind } from '../../options/visit.ts';
import { spanOf } from '../../text/source/source.ts';
import type { StringValue } from '../../text/tree/value.ts';
import { type OptionContext, placeholderIn, refusedPlaceholder } from './placeholder.ts';
import { wantsOf } from './wants.ts';

interface Advice {
  readonly advice: string;
  readonly fix?: Fix;
}

/** In place of what the parser says, which knows of no options. */
export function bareValue(kind: Kind, value: StringValue, place: OptionContext): Finding {
  const placeholder = placeholderIn(kind, place, value);
  if (placeholder) return refusedPlaceholder(placeholder, kind, value, place);
  const hidden = containsSecret(place.option);
  const { advice, fix } = adviceFor(kind, value, place, hidden);
  return {
    rule: 'syntax/invalid',
    severity: 'error',
    message: `${advice}. Consul cannot read the file as it is`,
    at: spanOf(value),
    path: place.path,
    ...(fix && { fix }),
  };
}

function adviceFor(kind: Kind, value: StringValue, place: OptionContext, hidden: boolean): Advice {
  const { path } = place;
  const shown = hidden ? 'a text without quotes' : `\`${value.value}\``;
  const mistyped = (): Advice => ({ advice: `${path} must be ${wantsOf(kind)}, not ${shown}` });
  return visitKind<Advice>(kind, {
    string: (string) => quoted(string, value, place, hidden),
    bool: () => boolean(value, path, shown),
    number: mistyped,
    list: ({ of }) => listed(of, value, place, shown),
    map: mistyped,
    block: mistyped,
    variant: mistyped,
    any: mistyped,
  });
}

/** Several words are hardly one text, unless they are a cloud lookup. */
const isOneText = ({ value }: StringValue): boolean => /^[^\s\\]+$|^provider=[^\\]+$/.test(value);

/** Safe where the text, once quoted, is what the option wants. */
function quoted(kind: ScalarKind, value: StringValue, { version }: OptionContext, hidden: boolean): Advice {
  const noun = hidden ? 'a secret' : nounFor(kind, value.value);
  if (!isOneText(value)) return { advice: `${noun} must be quoted: write it in double quotes` };
  const text = JSON.stringify(value.value);
  const fits = scalarError(value, kind, version) === undefined;
  return {
    advice: `${noun} must be quoted: write ${hidden ? 'it in double quotes' : text}`,
    fix: fixOf('Quote it', value, text, fits),
  };
}

function boolean(value: StringValue, path: string, shown: string): Advice {
  const word = value.value.toLowerCase();
  const advice = `${path} must be true or false, and ${shown} is neither`;
  if (word !== 'true' && word !== 'false') return { advice };
  return { advice: `${advice}: write ${word}`, fix: fixOf(`Write ${word}`, value, word, true) };
}

function listed(of: Kind, value: StringValue, { path, version }: OptionContext, shown: string): Advice {
  if (of.shape !== 'string' || !isOneText(value)) return { advice: `${path} must be a list, not ${shown}` };
  const text = `[${JSON.stringify(value.value)}]`;
  const safe = scalarError(value, of, version) === undefined;
  return {
    advice: `${path} must be a list, not ${shown}: write ${text}`,
    fix: fixOf('Write it as a list', value, text, safe),
  };
}

const fixOf = (title: string, { source, start, end }: StringValue, text: string, safe: boolean): Fix => ({
  title,
  safe,
  edits: [{ source, start, end, text }],
});

const address = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\dA-Fa-f]*:[\dA-Fa-f]*:[\dA-Fa-f:.]*)(?::\d+|\/\d+)?$/;
const duration = /^-?\d+(?:\.\d+)?(?:ns|us|\u00b5s|ms|s|m|h)/;

function nounFor({ name, values }: ScalarKind, text: string): string {
  if (address.test(text)) return 'an address';
  if (name === 'duration' || duration.test(text)) return 'a duration';
  if (values) return 'a word';
  if (/address|resolver/i.test(name)) return 'a host';
  return /^\.{0,2}\//.test(text) ? 'a path' : 'a text';
}
