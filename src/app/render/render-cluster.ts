/** An estate from a script: its files in memory, linted as `render` lints them. */

import { defaultSettings } from '../../engine/settings/settings.ts';
import type { OutFile } from '../../manifest/file.ts';
import { buildEstate } from '../../render/cluster.ts';
import type { EstateSpec } from '../../render/inputs.ts';
import { refuse } from '../../render/refusal.ts';
import { lintNodes } from './lint-nodes.ts';
import { unitTexts } from './unit-texts.ts';

export interface RenderOptions {
  /** Where the paths of templates begin. Default: the working directory of the process. */
  readonly directory?: string | undefined;
  /** `off` renders in spite of errors that lint reports, as `render --no-lint` does; an invalid manifest is still refused. */
  readonly lint?: 'off' | undefined;
}

/**
 * The files of every node and the runbook, in memory: the same as `render` writes, and refused where `render` refuses.
 * Keys and tokens are in the files that are marked `secret`. Nothing but templates is read from the disk.
 *
 * @throws ConfigError, a TypeError whose `findings` are all errors that the lint has, and those of templates.
 */
export function renderCluster(estate: EstateSpec, { directory = '.', lint }: RenderOptions = {}): OutFile[] {
  const caller = 'renderCluster()';
  const { manifest, nodes, files } = buildEstate(caller, estate, directory);
  if (lint !== 'off') refuse(caller, lintNodes(nodes, manifest, defaultSettings, unitTexts(files)));
  return [...files];
}
