/** The secrets of a manifest or of settings, by the indentation of its lines: it need not be YAML that can be read. */
import { secretParts } from './detect.ts';
import { belowInManifest, type Place, rootPlace } from './place.ts';
import type { Range } from './range.ts';
import { scanConfig } from './scan.ts';
import { secretsInLines } from './shapes.ts';

interface Level {
  readonly indent: number;
  readonly place: Place;
}

const line =
  /^([ \t]*)((?:-[ \t]+)*)(?:("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\s"'{}[\],#](?:[^:\n{}[\],#]|:(?=[^\s"'{}[\],#]))*?)[ \t]*:(?=[ \t\r]|$))?[ \t]*([^\n]*)$/gm;

/** What a manifest calls its configurations, which contain the options of the agent. */
const configs = new Set(['config', 'server_config', 'client_config']);

export function scanYaml(text: string): Range[] {
  const levels: Level[] = [];
  const found: Range[] = [];
  let blockEnd = 0;
  for (const match of text.matchAll(line)) {
    const [whole, blank, dashes, key, rest] = match as unknown as [
      string,
      string,
      string,
      string | undefined,
      string,
    ];
    if (whole.trim() === '') continue;
    const indent = blank.length + dashes.length;
    const isItem = dashes !== '';
    while (levels.length > 0 && isOutside(levels.at(-1)!, isItem ? blank.length : indent, isItem))
      levels.pop();
    const around = levels.at(-1)?.place ?? rootPlace;
    const place = key === undefined ? around : placeOf(around, key.replace(/^["']|["']$/g, ''));
    if (key !== undefined) levels.push({ indent, place });
    const from = match.index + whole.length - rest.length;
    if (isBlock.test(rest) && from >= blockEnd) {
      blockEnd = endOfBlock(text, from + rest.length, blank.length);
      found.push(...moved(scanConfig(text.slice(from + rest.length, blockEnd)), from + rest.length));
    }
    for (const { start, end } of inRest(rest, place)) found.push({ start: from + start, end: from + end });
  }
  return found;
}

/** A text over several lines begins, which may hold a whole configuration. */
const isBlock = /^[|>][-+\d]*[ \t\r]*$/;

/** The first line that is not empty and indented no further. */
function endOfBlock(text: string, from: number, indent: number): number {
  const next = new RegExp(`\\n(?![ \\t]{${Math.min(indent, 1000) + 1}}|[ \\t\\r]*(?:\\n|$))`, 'g');
  next.lastIndex = from;
  return next.exec(text)?.index ?? text.length;
}

const moved = (ranges: readonly Range[], by: number): Range[] =>
  ranges.map(({ start, end }) => ({ start: start + by, end: end + by }));

/** The items of a list may be indented below their key, or at the same indentation. */
const isOutside = ({ indent }: Level, now: number, isItem: boolean): boolean =>
  isItem ? indent > now : indent >= now;

const placeOf = (around: Place, key: string): Place =>
  configs.has(key) ? rootPlace : belowInManifest(around, key);

function inRest(rest: string, place: Place): readonly Range[] {
  const tidy = rest.trimEnd();
  if (tidy === '' || isBlock.test(tidy)) return [];
  if (/^[#]/.test(tidy)) return secretsInLines(tidy);
  if (/^[{["']/.test(tidy)) return scanConfig(tidy, place, belowInManifest);
  const value = tidy.replace(/\s#.*$/, '');
  return secretParts(value, { place });
}
