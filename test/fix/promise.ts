/** What `--fix` promises, checked without the guards that keep it; and the texts it is checked on. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf, readCases as readTexts } from '../../scripts/corpus/case.ts';
import { type Finding, isError } from '../../src/finding.ts';
import { findOption } from '../../src/options/lookup.ts';
import { decodeBytes } from '../../src/text/source/bytes.ts';
import { readAllCases } from '../rules/cases.ts';
import { effective, type Files, lintFiles } from '../support/lab.ts';
import { areAccepted, fixFiles } from './lab.ts';

const corpus = join(import.meta.dirname, '../corpus');

/** Every configuration that the tests have, as the files of one directory. */
export function configurations(): Files[] {
  const texts = (['hcl', 'json'] as const).flatMap((format) =>
    readTexts(readFileSync(join(corpus, 'text', `${format}.jsonl`), 'utf8')).map((one) => ({
      [`a.${format}`]: decodeBytes(bytesOf(one)),
    })),
  );
  const agents = readdirSync(join(corpus, 'semantics'))
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(corpus, 'semantics', name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { files?: Files }).files ?? {});
  const ofRules = readAllCases().flatMap(({ files, command }) => (command === undefined ? [files] : []));
  return [...texts, ...agents, ...ofRules]
    .map((files) =>
      Object.fromEntries(
        Object.entries(files).filter(
          ([path, text]) => /\.(hcl|json)$/.test(path) && typeof text === 'string',
        ),
      ),
    )
    .filter((files) => Object.keys(files).length > 0);
}

export type Random = () => number;

/** Numbers from a seed, the same each time (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Mutation = (text: string, random: Random) => string;

const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)]!;

const replaceOne =
  (pattern: RegExp, by: (match: string, random: Random) => string): Mutation =>
  (text, random) => {
    const found = [...text.matchAll(pattern)];
    if (found.length === 0) return text;
    const match = pick(found, random);
    return text.slice(0, match.index) + by(match[0], random) + text.slice(match.index + match[0].length);
  };

const stray = [
  ',',
  ';',
  ':',
  '=',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '#',
  '//',
  '\ufeff',
  '\u00a0',
  '\\',
  '$',
  '\n',
  '\r\n',
];

/** Mistakes that people and programs make. */
const mutations: readonly Mutation[] = [
  replaceOne(/"[^"\n]*"/g, (text) => text.slice(1, -1)),
  replaceOne(/"[^"\n]*"/g, (text) => `'${text.slice(1, -1)}'`),
  replaceOne(/"[^"\n]*"/g, (text) => `[${text}]`),
  replaceOne(/\[[^\]\n]*\]/g, (text) => text.slice(1, -1)),
  replaceOne(/\[[^\]\n]*\]/g, (text) => `"${text.slice(1, -1).replace(/"/g, '')}"`),
  replaceOne(/\b\d+\b/g, (text) => `"${text}"`),
  replaceOne(/\b(?:true|false)\b/g, (text, random) =>
    pick([`"${text}"`, text.toUpperCase(), 'yes', '1'], random),
  ),
  replaceOne(/=/g, (_, random) => pick([':', '', '==', ' '], random)),
  replaceOne(/[,:]/g, (_, random) => pick(['', ',,', '=', ';'], random)),
  replaceOne(/[[\]{}"]/g, () => ''),
  replaceOne(/\b[a-z]+_[a-z_]+\b/g, (text) =>
    text.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
  ),
  replaceOne(/\b[a-z]+_[a-z_]+\b/g, (text) => text.replaceAll('_', '-')),
  replaceOne(/\b[a-z_]{4,}\b/g, (text, random) => {
    const at = Math.floor(random() * text.length);
    return text.slice(0, at) + text.slice(at + 1);
  }),
  replaceOne(/"[^"\n]+"/g, (_, random) =>
    pick(
      [
        '"{{ x }}"',
        'SERVER_IP',
        '30s',
        '10.0.0.9',
        '"10.0.0.1,10.0.0.2"',
        '"[]"',
        'fe80::1',
        '<<EOF\nx\nEOF',
      ],
      random,
    ),
  ),
  (text, random) => {
    const at = Math.floor(random() * (text.length + 1));
    return text.slice(0, at) + pick(stray, random) + text.slice(at);
  },
  (text, random) => {
    const at = Math.floor(random() * text.length);
    return text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 3));
  },
  (text, random) => {
    const lines = text.split('\n');
    const line = pick(lines, random);
    lines.splice(Math.floor(random() * lines.length), 0, line);
    return lines.join('\n');
  },
];

/** The files with one to three mistakes in one of them. */
export function mutated(files: Files, random: Random): Files {
  const name = pick(Object.keys(files), random);
  let text = files[name]!;
  const count = 1 + Math.floor(random() * 3);
  for (let i = 0; i < count; i++) text = pick(mutations, random)(text, random);
  return { ...files, [name]: text };
}

export interface Outcome {
  readonly now: Files;
  readonly fixed: readonly Finding[];
  /** What the promise does not allow. */
  readonly broken: readonly string[];
}

/** @param consul the release that runs */
export function fixAndCheck(files: Files, consul: string): Outcome {
  const { now, fixed, findings } = fixFiles(files, { consul });
  if (fixed.length === 0) return { now, fixed, broken: [] };
  const wasAccepted = areAccepted(files, consul);
  const broken = [...lostWords(files, now, fixed)];
  if (wasAccepted && !areAccepted(now, consul)) broken.push('the agent refuses the files now');
  if (wasAccepted) broken.push(...changes(files, now, fixed, consul), ...news(files, findings, consul));
  const again = fixFiles(now, { consul });
  if (again.fixed.length > 0) broken.push(`a second run fixes ${again.fixed[0]!.rule}`);
  return { now, fixed, broken };
}

/** Options whose values differ though no finding names them, or an option around them. */
function changes(before: Files, after: Files, fixed: readonly Finding[], consul: string): string[] {
  const named = fixed.flatMap(({ path, fix }) => [
    ...(path === undefined ? [] : [path]),
    ...(fix?.sets ?? []),
  ]);
  const uses = named.map((path) => findOption(path.replace(/\[\d+\]$/, ''))?.option.deprecated?.use);
  const known = [...named, ...uses].flatMap((path) =>
    path === undefined ? [] : [path.replace(/\[\d+\]/g, '')],
  );
  const isNamed = (path: string): boolean => {
    const plain = path.replace(/\[\d+\]/g, '');
    return known.some((name) => plain === name || plain.startsWith(`${name}.`));
  };
  const [old, now] = [effective(before, consul), effective(after, consul)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((node) => {
    const [was, is] = [old.get(node) ?? new Map(), now.get(node) ?? new Map()];
    const paths = [...new Set([...was.keys(), ...is.keys()])];
    return paths
      .filter((path) => was.get(path) !== is.get(path) && !isNamed(path) && path !== 'retry_join')
      .map((path) => `${path} of ${node} differs`);
  });
}

/** Errors that lint did not report of the files before. */
function news(before: Files, findings: readonly Finding[], consul: string): string[] {
  const keyOf = ({ rule, at, path }: Finding): string => `${rule} ${at.source.file} ${path ?? ''}`;
  const known = new Set(lintFiles(before, {}, consul).map(keyOf));
  return findings
    .filter((finding) => isError(finding) && !known.has(keyOf(finding)))
    .map((one) => `new: ${one.rule}`);
}

/** Rules whose fix only writes the same in another way. */
const rewriting = /^(?:syntax\/invalid|option\/type|option\/unknown)$/;

/** Words of the text that are nowhere in the new one, where the fixes should keep all of them. */
function* lostWords(before: Files, after: Files, fixed: readonly Finding[]): Generator<string> {
  if (!fixed.every(({ rule }) => rewriting.test(rule))) return;
  const isRenamed = fixed.some(({ rule }) => rule === 'option/unknown');
  for (const [name, text] of Object.entries(before)) {
    const left = countsOf(after[name]!);
    for (const [word, count] of countsOf(text)) {
      if (isRenamed && /^[A-Za-z_]/.test(word)) continue;
      if ((left.get(word) ?? 0) < count) yield `${JSON.stringify(word)} is lost`;
    }
  }
}

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  // A control character may be written as an escape afterwards.
  const plain = text.replace(/\\u[\da-f]{4}|[\0-\x08\x0e-\x1f\ufeff]/gi, '');
  for (const word of plain.match(/[\w./+-]+/g) ?? []) {
    const key = word.toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
