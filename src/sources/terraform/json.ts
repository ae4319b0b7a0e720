/** Expressions as the JSON that `jsonencode` makes of them, each character with its place. */
import { MappedText } from '../../text/source/mapped-text.ts';
import { type Entry, type Expression, filledIn } from './language/expression.ts';

/** The values of names and calls, as far as they are known. */
export interface Names {
  readonly resolved: (value: Expression) => Expression;
  readonly text: (value: Expression) => MappedText | undefined;
}

/** Names of names may mean more values than fit into memory. */
const mostValues = 20_000;

export function jsonOf(written: Expression, names: Names, budget = { values: mostValues }): MappedText {
  budget.values--;
  if (budget.values < 0) return MappedText.at(written.at, `"${filledIn}"`);
  const value = names.resolved(written);
  const { at } = value;
  const inner = (item: Expression): MappedText => jsonOf(item, names, budget);
  const made = (text: string): MappedText => MappedText.at(at, text);
  switch (value.kind) {
    case 'text':
      return value.isQuoted ? quoted(value.text) : value.text;
    case 'list':
      return MappedText.joined([made('['), ...separated(value.items.map(inner), at), made(']')], at);
    case 'object':
      return MappedText.joined(
        [
          made('{'),
          ...separated(
            value.entries.map((one) => entry(one, inner(one.value))),
            at,
          ),
          made('}'),
        ],
        at,
      );
    default:
      return quoted(names.text(value) ?? made(filledIn));
  }
}

type Place = Expression['at'];

const separated = (parts: readonly MappedText[], at: Place): MappedText[] =>
  parts.flatMap((part, i) => (i === 0 ? [part] : [MappedText.at(at, ', '), part]));

function entry({ key, value: { at } }: Entry, value: MappedText): MappedText {
  const name = quoted(key ?? MappedText.at(at, filledIn));
  return MappedText.joined([name, MappedText.at(at, ': '), value], at);
}

/** Its quotes have no width, so that what it says is found without them. */
function quoted(text: MappedText): MappedText {
  const { source } = text.at;
  const from = text.span(0, text.text.length);
  const quote = (at: number): MappedText => MappedText.at(source.span(at, at), '"');
  const parts = [...text.text.matchAll(/["\\\n\r\t]/g)].map(({ 0: char, index }) => ({
    from: index,
    to: index + 1,
    text: JSON.stringify(char).slice(1, -1),
  }));
  const whole = source.span(from.start, from.end);
  return MappedText.joined([quote(from.start), text.replaced(parts), quote(from.end)], whole);
}
