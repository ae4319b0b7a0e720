/** A real agent asked for its verdict: `consul validate` of a configuration written to a separate directory. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Case, contentOf, type Recorded } from '../../test/model/support/cases.ts';
import { warningOf } from './warnings.ts';

/** What the agent says; `output` is its own words. */
export interface Answered extends Recorded {
  readonly output: string;
}

/** @throws Error where the binary cannot be run, or warns of something that has no category yet */
export function ask(binary: string, subject: Case): Answered {
  const base = mkdtempSync(join(tmpdir(), 'consul-verdict-'));
  try {
    const directory = join(base, 'config');
    write(subject, directory);
    const paths = subject.paths?.map((path) => join(directory, path)) ?? [directory];
    const format = subject.configFormat === undefined ? [] : [`-config-format=${subject.configFormat}`];
    const { status, stdout, stderr, error } = spawnSync(binary, ['validate', ...format, ...paths], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...subject.env },
    });
    if (error) throw error;
    const output = (stdout + stderr).replaceAll(base, '');
    if (status === 0) return { verdict: 'ok', warnings: warningsIn(output), output };
    return { verdict: status === 1 ? 'error' : 'crash', output };
  } finally {
    rmSync(base, { recursive: true });
  }
}

function write({ files, links = {} }: Case, directory: string): void {
  mkdirSync(directory);
  for (const [path, content] of Object.entries(files)) {
    const target = join(directory, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, contentOf(content));
  }
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(directory, path));
}

const warningsIn = (output: string): readonly string[] =>
  output
    .split('\n')
    .filter((line) => line !== '' && line !== 'Configuration is valid!')
    .map(warningOf)
    .sort();
