/**
 * Lints the nodes of a manifest. Values keep their location in the manifest, so that a finding points to the line that a
 * person can change, not into a file that is not written yet.
 */

import { lint } from '../../engine/lint.ts';
import type { Settings } from '../../engine/settings/settings.ts';
import type { Finding } from '../../finding.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { NodeSpec } from '../../manifest/node.ts';
import { decodeFile, makeAgent } from '../../model/load/load.ts';
import { fragmentsOf } from '../../render/node-files.ts';
import { packagedUnit, packagedUnitPath } from '../../render/packaged-unit.ts';
import { unitPath } from '../../render/unit.ts';
import { profiles } from '../../rules/presets.ts';
import type { Estate } from '../../subjects/cluster/clusters.ts';
import type { PatroniFiles } from '../../subjects/patroni/files.ts';
import type { Node } from '../../subjects/subjects.ts';
import { readUnit, type Unit } from '../../subjects/unit/unit.ts';
import { Source } from '../../text/source/source.ts';
import { ownUnit, type UnitTexts } from './unit-texts.ts';

/**
 * The findings of the nodes, with those `found` while the manifest was read. Fixes are left out: they are written for
 * configuration files, not for YAML.
 */
export function lintNodes(
  nodes: readonly NodeSpec[],
  manifest: Manifest,
  settings: Settings,
  unitsOf: UnitTexts = ownUnit,
  found: readonly Finding[] = [],
): Finding[] {
  const named = profiles.filter((name) => manifest.profile.includes(name));
  const units = unitReader(unitsOf);
  const estate: Estate = {
    nodes: nodes.map((spec) => nodeOf(spec, units(spec))),
    complete: true,
    manifest: manifest.files,
    findings: found,
  };
  const findings = lint([estate], { ...settings, profiles: [...settings.profiles, ...named] });
  return findings.map(({ fix: _fix, ...finding }) => finding);
}

/** Most nodes of an estate share one unit: it is read once, and its findings are reported for the first of them. */
function unitReader(textsOf: UnitTexts): (spec: NodeSpec) => Unit | undefined {
  const known = new Map<string, Unit | undefined>();
  return (spec) => {
    const texts = textsOf(spec);
    const key = texts.map(({ path, text }) => path + text).join('\0');
    if (!known.has(key)) {
      const own = texts.map(({ path, text }) => new Source(spec.name + path, text));
      const isDropIn = own.length > 0 && !texts.some(({ path }) => path === unitPath);
      known.set(key, readUnit(isDropIn ? [packaged, ...own] : own));
    }
    return known.get(key);
  };
}

const packaged = new Source(packagedUnitPath, packagedUnit);

/** That Patroni is there: what the manifest renders for it is right by construction. */
const rendered: PatroniFiles = { configs: [], services: [], environments: [], root: undefined };

/** A node of a manifest, as rules look at it. */
export function nodeOf(spec: NodeSpec, unit: Unit | undefined): Node {
  const files = fragmentsOf(spec).map(({ format, value }) =>
    decodeFile({ source: spec.at.source, format, raw: value, findings: [], refused: false }, spec.version),
  );
  return {
    ...makeAgent(files, { version: spec.version, name: spec.name }),
    isFromManifest: true,
    host: spec.name,
    unit,
    ...(spec.patroni && { patroni: { ...rendered, hasToken: spec.patroni.token !== undefined } }),
    skipped: [],
    tree: undefined,
    machine: undefined,
    facts: () => ({ tracked: false, mode: undefined }),
  };
}
