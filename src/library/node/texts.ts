/** Files of this machine one by one: in one layout, or in another language. */
import { isFailed } from '../../app/failure.ts';
import { formatFiles as formatPaths } from '../../app/format.ts';
import { machineFiles } from '../../app/machine/files.ts';
import { outsideOf } from '../../app/machine/outside.ts';
import { unreadable } from '../../model/load/directory.ts';
import type { ConfigFormat } from '../../model/load/file.ts';
import { type ConvertedText, type ConvertOptions, convertedText, convertOptions } from '../convert.ts';
import { type FormattedText, formattedText } from '../format.ts';
import { checkOptions, configFormats } from '../given/options.ts';
import { releaseOf } from '../given/release.ts';
import { sourceOf } from '../given/source.ts';
import { failedError } from '../plain/failures.ts';
import { directoryOf, type PathOptions, type Paths, pathOptions, shownFindings } from './paths.ts';
import { rewriteTexts } from './rewrite.ts';
import { configFilesOf } from './session.ts';

export interface FormatFilesOptions extends PathOptions {
  /** The release of Consul that reads the files. Default: the newest. */
  readonly consul?: string | undefined;
  /** The format of every file, whatever its name; then all files of a directory are meant, and no nodes are searched. */
  readonly format?: ConfigFormat | undefined;
  /** Write the files that change, all of them or none. Default: false. */
  readonly write?: boolean | undefined;
}

export interface FormattedFile extends FormattedText {
  readonly file: string;
}

/**
 * Files, and those of nodes below directories, in one layout, as `consul-cfg fmt` does.
 *
 * @throws InputError where a path cannot be read or holds no configuration, and with `write` for a file that is not UTF-8
 * @throws DiskError where a file cannot be written
 */
export async function formatFiles(
  paths: Paths,
  options: FormatFilesOptions = {},
): Promise<readonly FormattedFile[]> {
  const caller = 'formatFiles()';
  checkOptions(caller, options, { ...pathOptions, consul: 'any', format: configFormats, write: 'any' });
  const version = releaseOf(caller, options.consul);
  const input = { ...(await configFilesOf(caller, paths, options)), version, format: options.format };
  const found = await formatPaths(input);
  if (isFailed(found)) throw failedError(caller, found);
  const isOutside = outsideOf({ cwd: directoryOf(options), named: input.paths });
  const results = found.filter(({ source }) => !isOutside(source.file));
  const files = results.map((result) => ({ file: result.source.file, ...formattedText(result) }));
  if (options.write) {
    const texts = results.map(({ source, text }) => ({
      file: source.file,
      before: source.text,
      after: text,
    }));
    rewriteTexts(
      caller,
      texts.filter(({ before, after }) => before !== after),
      options,
    );
  }
  return files;
}

/**
 * `convert` of a file.
 *
 * @throws InputError where it cannot be read
 */
export async function convertFile(
  file: string,
  options: Omit<ConvertOptions, 'file'> & PathOptions,
): Promise<ConvertedText> {
  checkOptions('convertFile()', options, { ...convertOptions, ...pathOptions }, ['from', 'to']);
  const files = machineFiles(directoryOf(options));
  const bytes = files.read(file);
  if (!bytes) throw failedError('convertFile()', { failures: [unreadable(file, files)] });
  return convertedText('convertFile()', sourceOf(file, bytes), options, (findings) =>
    shownFindings(findings, file, options),
  );
}
