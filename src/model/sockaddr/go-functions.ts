/** Go's own functions. They take arguments of any type. */
import { own } from '../../util/collections.ts';
import { TemplateError } from './ast.ts';
import { fields, isTrue, type Known, print, printf, type Result, unknown, type Value } from './values.ts';

const pass = (args: readonly Value[]): Value => args.at(-1) ?? unknown;

export const builtIns: Readonly<Record<string, (args: readonly Value[]) => Result>> = {
  and: (args) => args.find((arg) => isTrue(arg) !== true) ?? pass(args),
  or: (args) => args.find((arg) => isTrue(arg) !== false) ?? pass(args),
  not: ([arg]) => {
    const truth = arg && isTrue(arg);
    return truth === undefined ? unknown : { type: 'bool', value: !truth };
  },
  len: ([arg]) =>
    arg?.type === 'string' ? { type: 'number', value: arg.value.length, integer: true } : lengthless(arg),
  print: (args) => print(args, false),
  println: (args) => print(args, true),
  printf,
  eq: ([first, ...others]) => compare(first, others, (a, b) => a === b),
  ne: ([first, other]) => compare(first, [other], (a, b) => a !== b),
  lt: ([first, other]) => compare(first, [other], (a, b) => a < b),
  le: ([first, other]) => compare(first, [other], (a, b) => a <= b),
  gt: ([first, other]) => compare(first, [other], (a, b) => a > b),
  ge: ([first, other]) => compare(first, [other], (a, b) => a >= b),
  html: fields,
  js: fields,
  urlquery: fields,
  index: () => unknown,
  slice: () => unknown,
  call: () => {
    throw new TemplateError('call of a value that is not a function');
  },
};

/** How many arguments they need. */
const fewest: Readonly<Record<string, number>> = {
  and: 1,
  or: 1,
  not: 1,
  len: 1,
  printf: 1,
  eq: 2,
  ne: 2,
  lt: 2,
  le: 2,
  gt: 2,
  ge: 2,
  index: 1,
  slice: 1,
  call: 1,
};
const most: Readonly<Record<string, number>> = { not: 1, len: 1, ne: 2, lt: 2, le: 2, gt: 2, ge: 2 };

function lengthless(value: Value | undefined): Value {
  if (value?.type === 'addresses' || value?.type === 'unknown') return unknown;
  throw new TemplateError('len of a value that has no length');
}

function compare(
  first: Value | undefined,
  others: readonly (Value | undefined)[],
  holds: (a: Known, b: Known) => boolean,
): Value {
  if (!first || !isComparable(first)) return unknown;
  let result = false;
  for (const other of others) {
    if (!other || !isComparable(other)) return unknown;
    if (other.type !== first.type) throw new TemplateError('incompatible types for comparison');
    result ||= holds(first.value, other.value);
  }
  return { type: 'bool', value: result };
}

const isComparable = (value: Value): value is Value & { readonly value: Known } => 'value' in value;

/** Would Go call the function with so many arguments? */
export const takes = (name: string, count: number): boolean =>
  count >= (own(fewest, name) ?? 0) && count <= (own(most, name) ?? Number.POSITIVE_INFINITY);
