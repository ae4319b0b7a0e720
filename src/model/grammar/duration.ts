/** Go durations, exactly as time.ParseDuration reads them: `300ms`, `-1.5h`, `2h45m`, `0`; no days, no blanks. */

const nanosecond = 1n;
const microsecond = 1_000n * nanosecond;
const millisecond = 1_000n * microsecond;
export const second = 1_000n * millisecond;
export const minute = 60n * second;
export const hour = 60n * minute;

const units: ReadonlyMap<string, bigint> = new Map([
  ['ns', nanosecond],
  ['us', microsecond],
  // U+00B5, the micro sign, and U+03BC, the Greek letter mu
  ['\u00b5s', microsecond],
  ['\u03bcs', microsecond],
  ['ms', millisecond],
  ['s', second],
  ['m', minute],
  ['h', hour],
]);

const limit = 2n ** 63n;
const part = /(\d*)(?:(\.)(\d*))?([^\d.]*)/y;

/** In nanoseconds; undefined where Go refuses, overflow included. */
export function parseDuration(text: string): bigint | undefined {
  const signed = /^[-+]/.test(text);
  const negative = text.startsWith('-');
  const rest = signed ? text.slice(1) : text;
  if (rest === '0') return 0n;
  if (rest === '') return undefined;
  const total = sumOf(rest);
  if (total === undefined) return undefined;
  if (negative) return -total;
  return total < limit ? total : undefined;
}

function sumOf(text: string): bigint | undefined {
  let total = 0n;
  part.lastIndex = 0;
  while (part.lastIndex < text.length) {
    const match = part.exec(text);
    const amount = match ? amountOf(match) : undefined;
    if (amount === undefined) return undefined;
    total += amount;
    if (total > limit) return undefined;
  }
  return total;
}

function amountOf([, whole = '', point, fraction = '', name = '']: RegExpExecArray): bigint | undefined {
  const unit = units.get(name);
  if (unit === undefined || (whole === '' && fraction === '')) return undefined;
  const integer = BigInt(whole || '0');
  if (integer > limit || integer * unit > limit) return undefined;
  return integer * unit + (point === undefined ? 0n : fractionOf(fraction, unit));
}

/** Digits beyond what an int64 holds are read over, and the rest is computed with floating-point numbers, as Go does. */
function fractionOf(digits: string, unit: bigint): bigint {
  let value = 0n;
  let scale = 1;
  for (const digit of digits.slice(0, 19)) {
    const longer = value * 10n + BigInt(digit);
    if (value > (limit - 1n) / 10n || longer > limit) break;
    value = longer;
    scale *= 10;
  }
  return BigInt(Math.trunc(Number(value) * (Number(unit) / scale)));
}

/** As Go prints it, roughly: for messages. */
export function formatDuration(nanoseconds: bigint): string {
  for (const [name, unit] of [
    ['h', hour],
    ['m', minute],
    ['s', second],
    ['ms', millisecond],
  ] as const) {
    if (nanoseconds >= unit && nanoseconds % unit === 0n) return `${nanoseconds / unit}${name}`;
  }
  return `${nanoseconds}ns`;
}
