/** An estate from a script: its files in memory, linted as `render` lints them. */

import { defaultSettings } from '../../engine/settings/settings.ts';
import type { Library } from '../../manifest/extend.ts';
import type { OutFile } from '../../manifest/file.ts';
import { buildEstate } from '../../render/cluster.ts';
import type { EstateSpec } from '../../render/inputs.ts';
import { refuse } from '../../render/refusal.ts';
import { lintNodes } from './lint-nodes.ts';
import { unitTexts } from './unit-texts.ts';

/**
 * @param library opens the templates that the estate names
 * @throws ConsulCfgError with everything that is wrong
 */
export function renderEstate(
  caller: string,
  estate: EstateSpec,
  library: Library,
  { lint }: { readonly lint: boolean },
): OutFile[] {
  const { manifest, nodes, files, source } = buildEstate(caller, estate, library);
  if (lint) refuse(caller, lintNodes(nodes, manifest, defaultSettings, unitTexts(files)), source);
  return [...files];
}
