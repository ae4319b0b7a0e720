/**
 * Cases of rules: text files in `test/rules/<subject>/<rule>/`. Lines with `#` say what is shown, `key: value` lines set
 * the run (`consul`, `profile`, `preset`, `paths`, `near`; `run: validate`, or a command of `commands.ts`), and
 * `-- path --` begins a file. The last part, `-- findings --`, is what people read: a line `path:line:column severity rule` for each finding, with `fix` or
 * `unsafe fix` where there is one, then the message and the related places, indented.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../../src/engine/settings/settings.ts';
import type { Finding } from '../../src/finding.ts';
import type { Span } from '../../src/text/source/source.ts';
import { type Files, lintFiles, validateFiles } from '../support/lab.ts';
import { type RuleCommand, runCommand } from './commands.ts';
import { isOptionPath } from './paths.ts';

export interface Case {
  /** `tls/min-version/word-of-old`. */
  readonly name: string;
  /** The rule whose folder it is in; `clean` for configurations in which nothing is wrong. */
  readonly rule: string;
  readonly path: string;
  readonly files: Files;
  readonly consul: string | undefined;
  readonly settings: Partial<Settings>;
  readonly paths: readonly string[];
  /** Validated as `consul validate` does; otherwise linted. */
  readonly validate: boolean;
  /** The command that is run, for rules about manifests and imports. */
  readonly command: RuleCommand | undefined;
  /** Rules that the case nearly breaks. */
  readonly near: readonly string[];
  readonly findings: string;
}

const folder = import.meta.dirname;

/** Cases of rules about what an agent reads: lint and validate run them. */
export const readCases = (): readonly Case[] => readAllCases().filter(({ command }) => command === undefined);

export function readAllCases(): readonly Case[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => parseCase(join(folder, file), file));
}

/** @param file its path below the folder of cases */
export function parseCase(path: string, file: string): Case {
  const [head = '', ...parts] = readFileSync(path, 'utf8').split(/^-- (.+) --\n/m);
  const files: Record<string, string> = {};
  for (let i = 0; i < parts.length; i += 2) files[parts[i]!] = parts[i + 1] ?? '';
  const { findings = '', ...rest } = files;
  const setting = (key: string): string | undefined => new RegExp(`^${key}: (.+)$`, 'm').exec(head)?.[1];
  const profile = setting('profile');
  return {
    name: file.replace(/\.txt$/, ''),
    rule: file.slice(0, file.lastIndexOf('/')),
    path,
    files: rest,
    consul: setting('consul'),
    settings: {
      ...(profile === 'patroni' && { profiles: [profile] }),
      ...(setting('preset') === 'strict' && { preset: 'strict' }),
    },
    paths: setting('paths')?.split(/,\s*/) ?? ['.'],
    validate: setting('run') === 'validate',
    command: commandIn(setting('run')),
    near: setting('near')?.split(/,\s*/) ?? [],
    findings,
  };
}

const commandIn = (text: string | undefined): RuleCommand | undefined =>
  text === 'manifest' || text === 'render' || text === 'import' || text === 'doctor' ? text : undefined;

/** The findings of a case, as it holds them. */
export const outcomeOf = async (found: Case): Promise<string> =>
  found.command ? runCommand(found.command, found.files, found.consul) : textOf(await run(found));

export async function run({ files, settings, consul, paths, validate }: Case): Promise<readonly Finding[]> {
  return validate ? validateFiles(files, consul, paths) : lintFiles(files, settings, consul, paths);
}

/** Findings as cases hold them. */
export const textOf = (findings: readonly Finding[]): string => findings.map(findingText).join('');

function findingText({ rule, at, severity, fix, message, path, related = [] }: Finding): string {
  const fixed = fix ? (fix.safe ? ' fix' : ' unsafe fix') : '';
  const others = related.map((other) => `    ${placeOf(other.at)} ${other.message}\n`);
  const odd =
    path !== undefined && mustBeKnown(rule, path) && !isOptionPath(path) ? `  not an option: ${path}\n` : '';
  return `${placeOf(at)} ${severity} ${rule}${fixed}\n  ${message}\n${others.join('')}${odd}`;
}

/** Those of unknown keys, and of files of other programs, have paths of their own. */
const mustBeKnown = (rule: string, path: string): boolean =>
  !/^(?:option|patroni|manifest|settings|syntax)\//.test(rule) &&
  // Of an entry in a separate file they are its own.
  (!rule.startsWith('entries/') || path.startsWith('config_entries'));

function placeOf({ source, start }: Span): string {
  const { line, column } = source.position(start);
  return `${source.file.replace(/^\.\//, '')}:${line}:${column}`;
}

/** Written when the suite runs with RECORD=1; the change is then to be read like any other. */
export function record({ path }: Case, findings: string): void {
  const text = readFileSync(path, 'utf8');
  const end = text.indexOf('-- findings --\n');
  writeFileSync(path, `${end < 0 ? text : text.slice(0, end)}-- findings --\n${findings}`);
}

/** The rules, with their severities, that a case records. */
export const recorded = ({
  findings,
}: Case): readonly { readonly rule: string; readonly severity: string }[] =>
  [...findings.matchAll(/^\S.*? (error|warning|info) ([a-z-]+\/[a-z0-9-]+)(?: unsafe)?(?: fix)?$/gm)].map(
    ([, severity, rule]) => ({ rule: rule!, severity: severity! }),
  );
