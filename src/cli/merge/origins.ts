/** Values with their origins, for people and for programs. */
import { builtIn } from '../../model/defaults.ts';
import type { Origin } from '../../model/origins.ts';
import { isSecret } from '../../model/secret.ts';
import { toPlain, type Value } from '../../text/value.ts';
import { printableJson, visibleLine } from '../../text/visible.ts';

/** One value a line, as a path and its value, then the file and line that it stands in. */
export function originsText(origins: readonly Origin[]): string {
  return origins.map((origin) => `${linesOf(origin).join('\n')}\n`).join('');
}

function linesOf({ path, value, lost }: Origin): string[] {
  const secret = isSecret(path);
  const shown = (some: Value): string => (secret ? '(secret)' : JSON.stringify(toPlain(some)));
  return [
    `${path} = ${shown(value)}  # ${placeOf(value)}`,
    ...lost.map((earlier) => `  # instead of ${shown(earlier)} in ${placeOf(earlier)}`),
  ];
}

const placeOf = (value: Value): string => {
  const { source, start } = value;
  return source === builtIn ? 'default' : `${visibleLine(source.file)}:${source.position(start).line}`;
};

export function originsJson(origins: readonly Origin[]): string {
  const rows = origins.map(({ path, value, lost }) => ({
    path,
    ...rowOf(path, value),
    ...(lost.length > 0 && { insteadOf: lost.map((earlier) => rowOf(path, earlier)) }),
  }));
  return `${printableJson(rows, 2)}\n`;
}

function rowOf(path: string, value: Value): object {
  const { source, start } = value;
  return {
    ...(isSecret(path) ? { secret: true } : { value: toPlain(value) }),
    ...(source === builtIn ? { default: true } : { file: source.file, line: source.position(start).line }),
  };
}
