/** An estate of a script, with the templates of this machine. */
import { renderEstate } from '../../../app/render/render-estate.ts';
import type { OutFile } from '../../../manifest/file.ts';
import { diskLibrary } from '../../../manifest/library.ts';
import type { EstateSpec } from '../../../render/inputs.ts';
import { checkOptions } from '../../given/options.ts';
import type { RenderOptions } from '../../render-cluster.ts';
import { directoryOf, type PathOptions, pathOptions } from '../paths.ts';

export interface RenderPathOptions extends Pick<RenderOptions, 'lint'>, PathOptions {}

/**
 * `renderCluster` of the pure entry with the templates of an estate read from the disk.
 *
 * @throws ConsulCfgError with everything that is wrong; RangeError for an unknown option
 */
export function renderCluster(estate: EstateSpec, options: RenderPathOptions = {}): OutFile[] {
  checkOptions('renderCluster()', options, { ...pathOptions, lint: ['off'] });
  const library = diskLibrary({ cwd: directoryOf(options) });
  return renderEstate('renderCluster()', estate, library, { lint: options.lint !== 'off' });
}
