/** The secrets of a file: found out once, and only for files that something is shown of. */

import type { Source } from '../text/source/source.ts';
import { memo } from '../util/memo.ts';
import { belowInManifest, rootPlace } from './place.ts';
import { type Range, replaced, united } from './range.ts';
import { scanConfig } from './scan.ts';
import { scanYaml } from './scan-yaml.ts';
import { secretsInLines, secretsInText } from './shapes.ts';

/** In order, and without overlaps. */
export const secretsOf = memo((source: Source): readonly Range[] => united(findIn(source.file, source.text)));

function findIn(file: string, text: string): Range[] {
  if (/\.(?:hcl|json)$/i.test(file)) return [...secretsInText(text), ...scanConfig(text)];
  if (/\.ya?ml(?:\.(?:j2|jinja2?))?$/i.test(file)) return [...secretsInLines(text), ...scanYaml(text)];
  if (/\.(?:service|conf|timer|socket)$/i.test(file) || isUnit.test(text)) return secretsInLines(text);
  return [...secretsInLines(text), ...scanConfig(text, rootPlace, belowInManifest), ...scanYaml(text)];
}

const isUnit = /^\[(?:Unit|Service)\]/m;

/** A line (1-based) with `*` for every character of a secret, so that columns stay as they are; without its line end. */
export function shownLine(source: Source, number: number): string | undefined {
  return shownLines(source)[number - 1]?.replace(/\r$/, '');
}

const shownLines = memo((source: Source): readonly string[] => shownText(source).split('\n'));

export const shownText = (source: Source): string => replaced(source.text, secretsOf(source), stars);

const stars = (piece: string): string => piece.replace(/[^\r\n]/gu, '*');
