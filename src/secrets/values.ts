/** Values of a configuration for people to see. */
import { stringValue } from '../text/tree/make.ts';
import type { Member, StringValue, Value } from '../text/tree/value.ts';
import { type Surroundings, secretParts } from './detect.ts';
import { secretsOf } from './known.ts';
import { below, type Place } from './place.ts';
import { isCovered, type Range, replaced, united } from './range.ts';
import { runOf } from './run/run.ts';
import { hidden } from './shapes.ts';

const secretText = '(secret)';

/** What nests deeper is not shown, since no input may exhaust the stack. */
const deepest = 50;

/** The value with each secret replaced: the whole of a text by `(secret)`, a part of it by `***`. */
export const withoutSecrets = (value: Value, place: Place): Value => hide(value, { place }, 0);

/** The text of one value. */
export const shownValue = (text: string, surroundings: Surroundings): string =>
  shownParts(text, secretParts(text, surroundings));

/** Also what is a secret elsewhere. */
const shownString = ({ value, source }: StringValue, surroundings: Surroundings): string =>
  shownParts(value, united([...secretParts(value, surroundings), ...runOf(source).in(value)]));

function shownParts(text: string, parts: readonly Range[]): string {
  const isWhole = parts[0]?.start === 0 && parts[0].end === text.length;
  return isWhole ? secretText : replaced(text, parts, () => hidden);
}

function hide(value: Value, { place, previous }: Surroundings, depth: number): Value {
  switch (value.kind) {
    case 'string':
      return {
        ...value,
        value: isMarked(value) ? secretText : shownString(value, { place, previous }),
      };
    case 'number':
      return place.secret ? { ...value, kind: 'string', value: secretText } : value;
    case 'list':
      if (depth > deepest) return cut(value);
      return {
        ...value,
        items: value.items.map((item, i) =>
          hide(item, { place, previous: textOf(value.items[i - 1]) }, depth + 1),
        ),
      };
    case 'object': {
      if (depth > deepest) return cut(value);
      const run = runOf(value.source);
      const members = [...value.members].map(([name, member]): [string, Member] => [
        run.hide(name),
        {
          ...member,
          name: run.hide(member.name),
          value: hide(member.value, { place: below(place, member.name) }, depth + 1),
        },
      ]);
      return { ...value, members: new Map(members) };
    }
    default:
      return value;
  }
}

/** In a file that is broken a secret may be read as the value of another option: what its lines say counts too. */
const isMarked = ({ source, start, end }: StringValue): boolean =>
  end - start > 2 && isCovered(secretsOf(source), start + 1, end - 1);

/** Whether all of a value was replaced. */
export const isHidden = (value: Value): value is StringValue => textOf(value) === secretText;

const cut = (value: Value): Value => stringValue('…', value);

export const textOf = (value: Value | undefined): string | undefined =>
  value?.kind === 'string' ? value.value : undefined;

/** What nests deeper counts as a secret: no input may exhaust the stack. */
const deepestSearched = 500;

/** Whether a value contains a secret, at any depth. */
export function hasSecret(value: Value, { place, previous }: Surroundings, depth = 0): boolean {
  if (depth > deepestSearched) return true;
  switch (value.kind) {
    case 'string':
      return secretParts(value.value, { place, previous }).length > 0;
    case 'number':
      return place.secret;
    case 'list':
      return value.items.some((item, i) =>
        hasSecret(item, { place, previous: textOf(value.items[i - 1]) }, depth + 1),
      );
    case 'object':
      return [...value.members.values()].some((member) =>
        hasSecret(member.value, { place: below(place, member.name) }, depth + 1),
      );
    default:
      return false;
  }
}
