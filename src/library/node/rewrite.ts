/** New texts for files that people wrote. */
import { isAbsolute } from 'node:path';
import { encodeBytes } from '../../text/source/bytes.ts';
import { rewriteFiles } from '../../write/rewrite.ts';
import type { FixedTexts } from '../files/fixed-texts.ts';
import { checkOptions } from '../given/options.ts';
import { failedError } from '../plain/failures.ts';
import { directoryOf, type PathOptions, pathOptions } from './paths.ts';

export interface NewText {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Writes the texts of `fix` or `upgrade`: all of the files, with the owner, mode and links that they have, or none of them.
 *
 * @throws InputError for a file that holds bytes which are not UTF-8
 * @throws DiskError where a file cannot be written, and where one has changed meanwhile
 */
export function writeFixed(
  { files, originals }: Pick<FixedTexts, 'files' | 'originals'>,
  options: PathOptions = {},
): void {
  checkOptions('writeFixed()', options, pathOptions);
  const texts = Object.entries(files).map(([file, after]) => ({ file, before: originals[file]!, after }));
  rewriteTexts('writeFixed()', texts, options);
}

export function rewriteTexts(caller: string, texts: readonly NewText[], options: PathOptions): void {
  const why = 'holds bytes that are not UTF-8; correct them first';
  for (const { file, after } of texts)
    if (/\p{Cs}/u.test(after))
      throw failedError(caller, { failures: [{ kind: 'unreadable', path: file, why }] });
  const cwd = directoryOf(options);
  rewriteFiles(
    texts.map(({ file, before, after }) => ({
      // The system resolves the rest: with links, `link/..` is not the directory before it.
      path: isAbsolute(file) ? file : `${cwd}/${file}`,
      shown: file,
      before: encodeBytes(before),
      after: encodeBytes(after),
    })),
  );
}
