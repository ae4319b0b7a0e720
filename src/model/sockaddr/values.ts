/** Values in a template. What comes of the host is `unknown`, and whatever is made of it is unknown too. */
import { TemplateError } from './ast.ts';
import type { HostInterface } from './interfaces.ts';

export type Known = string | number | boolean;

export type Value =
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'number'; readonly value: number; readonly integer: boolean }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'nil' }
  /** Interfaces of the host; whether there are any is known of some. */
  | {
      readonly type: 'addresses';
      readonly empty: boolean | undefined;
      /** Present where the host is known. */
      readonly items?: readonly HostInterface[];
    }
  | { readonly type: 'unknown' };

export type Result = Value;

export const unknown: Value = { type: 'unknown' };

/** As Go evaluates a condition; undefined where the host decides. */
export function isTrue(value: Value): boolean | undefined {
  switch (value.type) {
    case 'nil':
      return false;
    case 'addresses':
      return value.empty === undefined ? undefined : !value.empty;
    case 'unknown':
      return undefined;
    default:
      return value.value !== '' && value.value !== 0 && value.value !== false;
  }
}

/** As an action prints it; undefined where the host decides. */
export function printed(value: Value): string | undefined {
  if (value.type === 'nil') return '<no value>';
  return 'value' in value ? String(value.value) : undefined;
}

/** fmt.Print puts blanks between operands when neither is a string, fmt.Println always. */
export function print(args: readonly Value[], line: boolean): Value {
  let text = '';
  for (const [i, arg] of args.entries()) {
    const piece = printed(arg);
    if (piece === undefined) return unknown;
    const blank = line || (arg.type !== 'string' && args[i - 1]?.type !== 'string');
    text += (i > 0 && blank ? ' ' : '') + piece;
  }
  return { type: 'string', value: line ? `${text}\n` : text };
}

/** fmt.Sprintf for plain verbs; with widths and other verbs the result is left unknown. */
export function printf([format, ...args]: readonly Value[]): Value {
  if (format?.type === 'unknown') return unknown;
  if (format?.type !== 'string') throw new TemplateError('printf takes a string first');
  let used = 0;
  let clear = true;
  const text = format.value.replace(/%(.?)/gs, (_, verb: string) => {
    if (verb === '%') return '%';
    const piece = verbText(verb, args[used++]);
    clear &&= piece !== undefined;
    return piece ?? '';
  });
  return clear && used === args.length ? { type: 'string', value: text } : unknown;
}

function verbText(verb: string, arg: Value | undefined): string | undefined {
  if (!arg || !('value' in arg)) return undefined;
  if (verb === 'v' || (verb === 's' && arg.type === 'string') || (verb === 't' && arg.type === 'bool'))
    return String(arg.value);
  if (verb === 'd' && arg.type === 'number' && arg.integer) return String(arg.value);
  return undefined;
}

/** Functions that escape text: plain characters stay as they are. */
export function fields(args: readonly Value[]): Value {
  const joined = print(args, false);
  return joined.type === 'string' && /^[\w.-]*$/.test(joined.value) ? joined : unknown;
}
