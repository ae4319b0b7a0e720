/** Fixes of files that exist in memory only, made as the commands make them: what would do harm is taken back. */

import { discover } from '../../src/discovery/discover.ts';
import { validateWith } from '../../src/engine/validate.ts';
import type { Fix } from '../../src/finding.ts';
import { isError } from '../../src/finding.ts';
import { type FixRun, fixAll } from '../../src/fix/fix.ts';
import { type Files, lintFiles, readerOf } from '../support/lab.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const isSafe = (fix: Fix): boolean => fix.safe;

export interface FixedFiles extends FixRun {
  readonly now: Files;
}

export function fixFiles(
  files: Files,
  {
    consul,
    wanted = isSafe,
    patroni = false,
  }: { consul?: string; wanted?: (fix: Fix) => boolean; patroni?: boolean } = {},
): FixedFiles {
  const withTexts = (replaced: ReadonlyMap<string, Uint8Array>): Files => ({
    ...files,
    ...Object.fromEntries([...replaced].map(([path, bytes]) => [path, decoder.decode(bytes)])),
  });
  let now = files;
  const run = fixAll(
    (replaced) => {
      now = withTexts(replaced);
      return lintFiles(now, patroni ? { profiles: ['patroni'] } : {}, consul);
    },
    wanted,
    { nodes: (replaced) => nodesOf(withTexts(replaced), consul), entryRules: [] },
  );
  const after = Object.fromEntries(run.files.map(({ file, after }) => [file, after]));
  return { ...run, now: { ...files, ...after } };
}

export const nodesOf = (files: Files, consul?: string) =>
  discover(['.'], readerOf(files, consul)).estates.flatMap(({ nodes }) => nodes);

/** Whether `consul validate` would take them all. */
export const areAccepted = (files: Files, consul?: string): boolean =>
  nodesOf(files, consul).every((node) => !validateWith(node, []).some(isError));
