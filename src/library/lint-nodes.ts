/**
 * The nodes of a manifest as the lint sees nodes. Values keep their place in the manifest, so a finding points to the
 * line that a person can change, not into a file that is not written yet.
 */
import { fragmentsOf } from '../build/node-files.ts';
import { packagedUnit, packagedUnitPath } from '../build/packaged-unit.ts';
import { unitPath } from '../build/unit.ts';
import type { Finding } from '../finding.ts';
import type { Estate } from '../lint/estate.ts';
import type { Profile } from '../lint/rule.ts';
import { lint } from '../lint/run.ts';
import type { Settings } from '../lint/settings/settings.ts';
import type { Node } from '../lint/subjects.ts';
import { readUnit, type Unit } from '../lint/unit/unit.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { NodeSpec } from '../manifest/node.ts';
import { decodeFile, makeAgent } from '../model/load.ts';
import { Source } from '../text/source.ts';
import { ownUnit, type UnitTexts } from './unit-texts.ts';

/** What the rules say of the nodes. Fixes are left out: they are written for configuration files, not for YAML. */
export function lintNodes(
  nodes: readonly NodeSpec[],
  manifest: Manifest,
  settings: Settings,
  unitsOf: UnitTexts = ownUnit,
): Finding[] {
  const profiles = manifest.presets.filter((preset): preset is Profile => preset === 'patroni');
  const units = unitReader(unitsOf);
  const estate: Estate = {
    nodes: nodes.map((spec) => lintNode(spec, units(spec))),
    complete: true,
    manifest: manifest.files,
  };
  const findings = lint([estate], { ...settings, profiles: [...settings.profiles, ...profiles] });
  return findings.map(({ fix: _fix, ...finding }) => finding);
}

/** Most nodes of an estate have one unit: it is read once, and what is wrong with it told of the first. */
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

function lintNode(spec: NodeSpec, unit: Unit | undefined): Node {
  const files = fragmentsOf(spec).map(({ format, value }) =>
    decodeFile({ source: spec.at.source, format, raw: value, findings: [], refused: false }, spec.version),
  );
  return {
    ...makeAgent(files, { version: spec.version, name: spec.name }),
    host: spec.name,
    unit,
    skipped: [],
    tree: undefined,
    machine: undefined,
    facts: () => ({ tracked: false, mode: undefined }),
  };
}
