/** An estate of a script, with the templates of this machine. */
import { type RenderOptions, renderWithLibrary } from '../../../app/render/render-cluster.ts';
import type { OutFile } from '../../../manifest/file.ts';
import { diskLibrary } from '../../../manifest/library.ts';
import type { EstateSpec } from '../../../render/inputs.ts';
import { directoryOf, type PathOptions } from '../paths.ts';

export interface RenderPathOptions extends Pick<RenderOptions, 'lint'>, PathOptions {}

/**
 * `renderCluster` of the pure entry with the templates of an estate read from the disk.
 *
 * @throws ConsulCfgError with everything that is wrong
 */
export const renderCluster = (estate: EstateSpec, options: RenderPathOptions = {}): OutFile[] =>
  renderWithLibrary(estate, diskLibrary({ cwd: directoryOf(options) }), options.lint);
