/**
 * Cases are text files: lines with `#` say what is shown, `key: value` lines set the run, and `-- path --` begins a
 * file. The file `findings` lists what lint must say, one `rule path:line severity` a line, with `fix` or `unsafe fix`
 * where a program can mend it.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Settings } from '../../src/engine/settings/settings.ts';
import type { Finding } from '../../src/finding.ts';
import { type Files, lintFiles } from './lab.ts';

export interface Case {
  readonly name: string;
  readonly path: string;
  readonly files: Files;
  readonly consul: string | undefined;
  readonly settings: Partial<Settings>;
  readonly paths: readonly string[];
  /** Rules that the case nearly breaks. */
  readonly near: readonly string[];
  readonly findings: readonly string[];
}

export function readCases(directory: string): Case[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => parseCase(join(directory, name)));
}

function parseCase(path: string): Case {
  const [head = '', ...parts] = readFileSync(path, 'utf8').split(/^-- (.+) --\n/m);
  const files: Record<string, string> = {};
  for (let i = 0; i < parts.length; i += 2) files[parts[i]!] = parts[i + 1] ?? '';
  const { findings = '', ...rest } = files;
  const setting = (key: string): string | undefined => new RegExp(`^${key}: (.+)$`, 'm').exec(head)?.[1];
  const profile = setting('profile');
  return {
    name: basename(path, '.txt'),
    path,
    files: rest,
    consul: setting('consul'),
    settings: {
      ...(profile === 'patroni' && { profiles: [profile] }),
      ...(setting('preset') === 'strict' && { preset: 'strict' }),
    },
    paths: setting('paths')?.split(/,\s*/) ?? ['.'],
    near: setting('near')?.split(/,\s*/) ?? [],
    findings: lines(findings),
  };
}

export function run({ files, settings, consul, paths }: Case): Finding[] {
  return lintFiles(files, settings, consul, paths);
}

/** A finding as cases write it down. */
export function lineOf({ rule, at, severity, fix }: Finding): string {
  const mended = fix ? (fix.safe ? ' fix' : ' unsafe fix') : '';
  return `${rule} ${at.source.file}:${at.source.position(at.start).line} ${severity}${mended}`;
}

export const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** Written when the suite runs with RECORD=1; the change is then to be read like any other. */
export function record({ path }: Case, findings: readonly string[]): void {
  const text = readFileSync(path, 'utf8');
  const end = text.indexOf('-- findings --\n');
  const kept = end < 0 ? text : text.slice(0, end);
  writeFileSync(path, `${kept}-- findings --\n${findings.map((line) => `${line}\n`).join('')}`);
}
