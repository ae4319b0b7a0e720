/** The secrets that the text of one file shows by itself: found out once, and only for files that something is shown of. */
import { isEmbedded } from '../text/source/embedded.ts';
import type { Source } from '../text/source/source.ts';
import { memo } from '../util/memo.ts';
import { belowInManifest, rootPlace } from './place.ts';
import { type Range, replaced, united } from './range.ts';
import { scanConfig } from './scan.ts';
import { scanYaml } from './scan-yaml.ts';
import { secretsInLines, secretsInText, secretsOfPairs, secretsOfSlips } from './shapes.ts';

/** In order, and without overlaps. */
export const secretsIn = memo((source: Source): readonly Range[] => {
  const long = longLines(source.text);
  const text = replaced(source.text, long, (line) => ' '.repeat(line.length));
  return united([...long, ...findIn(source, text), ...secretsOfSlips(text), ...secretsOfPairs(text)]);
});

/** Longer lines are hidden as they are: the stack of a pattern ends on them. */
const longest = 4_000_000;

function longLines(text: string): Range[] {
  if (text.length <= longest) return [];
  const found: Range[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (end - start > longest) found.push({ start, end });
    start = end + 1;
  }
  return found;
}

function findIn(source: Source, text: string): Range[] {
  const { file } = source;
  if (/\.(?:hcl|json)$/i.test(file)) return [...secretsInText(text), ...scanConfig(text)];
  if (/\.ya?ml(?:\.(?:j2|jinja2?))?$/i.test(file) && !isEmbedded(source))
    return [...secretsInLines(text), ...scanYaml(text)];
  if (/\.(?:service|conf|timer|socket)$/i.test(file) || isUnit.test(text)) return secretsInLines(text);
  return [...secretsInLines(text), ...scanConfig(text, rootPlace, belowInManifest), ...scanYaml(text)];
}

const isUnit = /^\[(?:Unit|Service)\]/m;
