/** The files of one node, as they lie on its host. */
import type { OutFile } from '../../../manifest/file.ts';
import { isPatronis } from '../../../manifest/keys/patroni/layout.ts';
import { tar as tarOf } from '../../../write/tar.ts';
import { checkOptions } from '../../given/options.ts';

export interface TarOptions {
  /** Also the files that make Patroni use Consul. Default: false, since a Patroni with another store would take them. */
  readonly withPatroni?: boolean | undefined;
}

/**
 * The files of one node, with their paths on its host.
 *
 * @throws RangeError for a node that has no files
 */
export const nodeFiles = (
  files: readonly OutFile[],
  node: string,
  options: TarOptions = {},
): readonly OutFile[] => filesOn('nodeFiles()', files, node, options);

/**
 * The files of one node as an archive with owners and modes, for `tar -C / -x` on its host.
 *
 * @throws RangeError for a node that has no files
 */
export const tar = (files: readonly OutFile[], node: string, options: TarOptions = {}): Uint8Array =>
  new TextEncoder().encode(tarOf(filesOn('tar()', files, node, options)));

function filesOn(
  caller: string,
  files: readonly OutFile[],
  node: string,
  options: TarOptions,
): readonly OutFile[] {
  checkOptions(caller, options, { withPatroni: 'any' });
  const inside = `${node}/`;
  const own = files.filter(({ path }) => path.startsWith(inside));
  if (own.length === 0) {
    const nodes = new Set(
      files.flatMap(({ path }) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : [])),
    );
    throw new RangeError(`${caller}: there is no node ${node}; the files are of ${[...nodes].join(', ')}`);
  }
  const onHost = own.map((file) => ({ ...file, path: file.path.slice(inside.length) }));
  return options.withPatroni ? onHost : onHost.filter(({ path }) => !isPatronis(path));
}
