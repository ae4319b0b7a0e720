/** The texts of a node's unit, of all that is rendered for it. */

import type { OutFile } from '../../manifest/file.ts';
import type { NodeSpec } from '../../manifest/node.ts';
import { unitFile, unitPath } from '../../render/unit.ts';

export interface UnitText {
  /** On the host. */
  readonly path: string;
  readonly text: string;
}

export type UnitTexts = (spec: NodeSpec) => readonly UnitText[];

/** The texts of a node's unit: ours, or what its user makes of it, then the drop-ins. */
export function unitTexts(files: readonly OutFile[]): UnitTexts {
  const dropIns = `${unitPath}.d/`;
  const ofUnits = new Map<string, string>();
  for (const { path, content } of files) {
    if (path.includes(unitPath)) ofUnits.set(path, content);
  }
  return (spec) => {
    if (spec.templates.size === 0) return ownUnit(spec);
    const paths = new Set([unitPath, unitFile(spec).path]);
    for (const path of spec.templates.keys()) if (path.startsWith(dropIns)) paths.add(path);
    return [...paths].sort().flatMap((path) => {
      const text = ofUnits.get(spec.name + path);
      return text === undefined ? [] : [{ path, text }];
    });
  };
}

export function ownUnit(spec: NodeSpec): readonly UnitText[] {
  const { path, text } = unitFile(spec);
  return [{ path, text }];
}
