/** An estate of a script, linted as `lint cluster.yaml` lints a manifest. */
import type { Settings } from '../../engine/settings/settings.ts';
import { atChosenLevels } from '../../engine/settings/settings.ts';
import { type Finding, isError, tidy } from '../../finding.ts';
import { readEstate } from '../../render/cluster.ts';
import { estateFiles } from '../../render/estate.ts';
import type { EstateSpec } from '../../render/inputs.ts';
import type { Source } from '../../text/source/source.ts';
import { lintNodes } from '../render/lint-nodes.ts';
import { unitTexts } from '../render/unit-texts.ts';

export interface LintedEstate {
  readonly findings: readonly Finding[];
  /** The estate as JSON, in which findings have their places. */
  readonly source: Source;
}

/** @throws TypeError for what is not plain data */
export function lintEstate(caller: string, estate: EstateSpec, settings: Settings): LintedEstate {
  const { expanded, findings, source } = readEstate(caller, estate, 'estate');
  const found = atChosenLevels(findings, settings);
  if (!expanded || found.some(isError)) return { findings: tidy(found), source };
  const { nodes, manifest } = expanded;
  const texts = unitTexts(estateFiles(nodes, manifest));
  return { findings: tidy(lintNodes(nodes, manifest, settings, texts, found)), source };
}
