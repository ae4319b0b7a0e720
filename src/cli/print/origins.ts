/** Values with their origins, as text and as JSON. */
import { masked, plainOrigins } from '../../app/plain/origins.ts';
import { builtIn } from '../../model/resolve/defaults.ts';
import type { Origin } from '../../model/resolve/origins.ts';
import { isHidden } from '../../secrets/values.ts';
import { printableJson, visibleLine } from '../../text/source/visible.ts';
import { toPlain, type Value } from '../../text/tree/value.ts';

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

export const originsJson = (origins: readonly Origin[]): string =>
  `${printableJson(plainOrigins(origins), 2)}\n`;
