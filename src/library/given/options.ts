/** Options of functions: what is not one would be passed over in silence. */
import type { ConfigFormat } from '../../model/load/file.ts';
import { isObject } from '../../render/plain.ts';
import { own } from '../../util/collections.ts';
import { kindOf } from './kind-of.ts';

/** Every option of a function by its name: `any` value, or one of some words. */
export type OptionTable<Options> = {
  readonly [Name in keyof Required<Options>]: 'any' | readonly string[];
};

export const configFormats: readonly ConfigFormat[] = ['hcl', 'json'];

/**
 * @throws RangeError for an option that the function does not have, and for a word that an option does not take
 * @throws TypeError where something else than options is given, or one is missing that must be given
 */
export function checkOptions<Options extends object>(
  caller: string,
  options: Options,
  table: OptionTable<NoInfer<Options>>,
  needed: readonly (keyof Options & string)[] = [],
): void {
  if (!isObject(options))
    throw new TypeError(
      `${caller}: options are an object, such as { consul: '1.20' }, not ${kindOf(options)}`,
    );
  for (const [name, value] of Object.entries<unknown>(options)) {
    if (value === undefined) continue;
    const takes = own<'any' | readonly unknown[]>(table, name);
    if (takes === undefined)
      throw new RangeError(
        `${caller}: there is no option ${name}; known are ${Object.keys(table).join(', ')}`,
      );
    if (takes === 'any' || takes.includes(value)) continue;
    throw new RangeError(`${caller}: ${name} must be ${takes.join(' or ')}, not ${String(value)}`);
  }
  const missing = needed.find((name) => options[name] === undefined);
  if (missing !== undefined) throw new TypeError(`${caller}: the option ${missing} is missing`);
}
