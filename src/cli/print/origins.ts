/** Values with their origins, as text and as JSON. The values that apply come without secrets; those that they replace are masked here. */
import { builtIn } from '../../model/resolve/defaults.ts';
import type { Origin } from '../../model/resolve/origins.ts';
import { placeAt } from '../../secrets/place.ts';
import { isHidden, withoutSecrets } from '../../secrets/values.ts';
import { printableJson, visibleLine } from '../../text/source/visible.ts';
import { toPlain, type Value } from '../../text/tree/value.ts';

const masked = (path: string, value: Value): Value => withoutSecrets(value, placeAt(path));

/** One value a line: its path and value, then the file and line that sets it. */
export function originsText(origins: readonly Origin[]): string {
  return origins.map((origin) => `${linesOf(origin).join('\n')}\n`).join('');
}

function linesOf({ path, value, lost }: Origin): string[] {
  const shown = (some: Value): string => (isHidden(some) ? some.value : JSON.stringify(toPlain(some)));
  return [
    `${path} = ${shown(value)}  # ${placeOf(value)}`,
    ...lost.map((earlier) => `  # instead of ${shown(masked(path, earlier))} in ${placeOf(earlier)}`),
  ];
}

const placeOf = (value: Value): string => {
  const { source, start } = value;
  return source === builtIn ? 'default' : `${visibleLine(source.file)}:${source.position(start).line}`;
};

export function originsJson(origins: readonly Origin[]): string {
  const rows = origins.map(({ path, value, lost }) => ({
    path,
    ...rowOf(value),
    ...(lost.length > 0 && { insteadOf: lost.map((earlier) => rowOf(masked(path, earlier))) }),
  }));
  return `${printableJson(rows, 2)}\n`;
}

function rowOf(value: Value): object {
  const { source, start } = value;
  return {
    ...(isHidden(value) ? { secret: true } : { value: toPlain(value) }),
    ...(source === builtIn ? { default: true } : { file: source.file, line: source.position(start).line }),
  };
}
