/** Values with their origins, as text and as JSON. */
import type { PlainOrigin, PlainValue } from '../../index.ts';
import { printableJson, visibleLine } from '../../util/visible.ts';

/** One value a line: its path and value, then the file and line that sets it. */
export const originsText = (origins: readonly PlainOrigin[]): string =>
  origins.map((origin) => `${linesOf(origin).join('\n')}\n`).join('');

const linesOf = (origin: PlainOrigin): string[] => [
  `${origin.path} = ${shown(origin)}  # ${placeOf(origin)}`,
  ...(origin.insteadOf ?? []).map((earlier) => `  # instead of ${shown(earlier)} in ${placeOf(earlier)}`),
];

const shown = ({ secret, value }: PlainValue): string => (secret ? '(secret)' : JSON.stringify(value));

const placeOf = ({ file, line }: PlainValue): string =>
  file === undefined ? 'default' : `${visibleLine(file)}:${line}`;

export const originsJson = (origins: readonly PlainOrigin[]): string => `${printableJson(origins, 2)}\n`;
