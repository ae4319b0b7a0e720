/** An estate from a script: its files in memory. */
import { renderEstate } from '../app/render/render-estate.ts';
import type { Library } from '../manifest/extend.ts';
import type { OutFile } from '../manifest/file.ts';
import type { EstateSpec } from '../render/inputs.ts';
import { Source } from '../text/source/source.ts';
import { own } from '../util/collections.ts';
import { checkOptions } from './given/options.ts';

export interface RenderOptions {
  /** The texts of the templates that the estate names, by their paths. */
  readonly templates?: Readonly<Record<string, string>> | undefined;
  /** `off` renders in spite of errors that lint reports, as `render --no-lint` does; an invalid manifest is still refused. */
  readonly lint?: 'off' | undefined;
}

/**
 * The files of every node and the runbook, in memory: the same as `render` writes, and refused where `render` refuses.
 * Keys and tokens are in the files that are marked `secret`. Nothing is read from a disk: templates are given as texts, or
 * `consul-cfg/node` reads them.
 *
 * @throws ConsulCfgError whose `findings` are all errors that the lint has, and those of templates, with the property of
 * each; RangeError for an unknown option
 */
export function renderCluster(estate: EstateSpec, options: RenderOptions = {}): OutFile[] {
  checkOptions('renderCluster()', options, { templates: 'any', lint: ['off'] });
  const { templates = {}, lint } = options;
  return renderEstate('renderCluster()', estate, textLibrary(templates), { lint: lint !== 'off' });
}

const textLibrary = (templates: Readonly<Record<string, string>>): Library => ({
  open: (path) => {
    const text = own(templates, path);
    if (text === undefined) return { problem: 'is not among the templates that are given' };
    return { source: new Source(path, text), id: path };
  },
});
