/** Scalars as Go's weak decoder converts them into each other. */

import type { ScalarKind } from '../../options/kinds.ts';
import { scalarValue } from '../../text/tree/make.ts';
import type { Value } from '../../text/tree/value.ts';
import { own } from '../../util/collections.ts';

/** The value as one of another shape; undefined where it cannot be one. */
export function weakScalar(value: Value, shape: ScalarKind['shape']): Value | undefined {
  const converted =
    shape === 'string' ? weakText(value) : shape === 'bool' ? weakBool(value) : weakNumber(value, shape);
  if (converted === undefined) return undefined;
  const result = scalarValue(converted, value);
  return result.kind === 'number' ? { ...result, integer: shape !== 'float' } : result;
}

export function weakText(value: Value): string | undefined {
  switch (value.kind) {
    case 'string':
      return value.value;
    case 'bool':
      return value.value ? '1' : '0';
    case 'number':
      return plainNumber(value.value);
    default:
      return undefined;
  }
}

/** strconv.FormatFloat with format f: no exponent, however large. */
function plainNumber(value: number): string {
  const short = String(value);
  if (!/e/.test(short)) return short;
  return Math.abs(value) >= 1 ? BigInt(value).toString() : value.toFixed(20).replace(/0+$/, '');
}

const words: Readonly<Record<string, boolean>> = {
  '': false,
  '0': false,
  f: false,
  F: false,
  false: false,
  FALSE: false,
  False: false,
  '1': true,
  t: true,
  T: true,
  true: true,
  TRUE: true,
  True: true,
};

export function weakBool(value: Value): boolean | undefined {
  if (value.kind === 'bool') return value.value;
  if (value.kind === 'number') return value.value !== 0;
  return value.kind === 'string' ? own(words, value.value) : undefined;
}

/** Fractions are cut for whole numbers; the empty string is 0. A negative number wraps where none may be. */
export function weakNumber(value: Value, shape: 'int' | 'uint' | 'float'): number | undefined {
  if (value.kind === 'bool') return value.value ? 1 : 0;
  const number =
    value.kind === 'number' ? value.value : value.kind === 'string' ? parse(value.value, shape) : undefined;
  if (number === undefined) return undefined;
  if (shape === 'float') return number;
  const whole = toInteger(number);
  return shape === 'uint' && whole < 0 ? Number(BigInt.asUintN(32, BigInt(whole))) : whole;
}

const int64Limit = 2 ** 63;

/** Go's conversion of a float to an int on amd64: cut towards zero; what does not fit becomes the smallest int64. */
export function toInteger(value: number): number {
  const whole = Math.trunc(value);
  return whole >= -int64Limit && whole < int64Limit ? whole : -int64Limit;
}

function parse(text: string, shape: 'int' | 'uint' | 'float'): number | undefined {
  if (text === '') return 0;
  if (shape === 'float') return parseFloating(text);
  const sign = shape === 'uint' ? '' : '[-+]?';
  // Underscores only where a base prefix allows them, between digits.
  const form = new RegExp(
    `^(${sign})(0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|0(?:_?[0-7])*|[1-9](?:_?[0-9])*)$`,
  );
  const match = form.exec(text);
  if (!match) return undefined;
  const digits = (match[2] ?? '').replaceAll('_', '');
  const size = /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
  const limit = shape === 'uint' ? 2 ** 64 : 2 ** 63;
  if (size >= limit && !(match[1] === '-' && size === limit)) return undefined;
  return match[1] === '-' ? -size : size;
}

function parseFloating(text: string): number | undefined {
  if (/^[-+]?(?:inf|infinity)$/i.test(text))
    return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (/^nan$/i.test(text)) return Number.NaN;
  if (!/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(text)) return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}
