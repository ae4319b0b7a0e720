/** `validate --each`: many agents, a line of JSON for each. */

import { outsideOf, withoutOutside } from '../../app/machine/outside.ts';
import { type ValidateInput, type Verdict, validate } from '../../app/validate.ts';
import { findingToJson } from '../../report/json.ts';
import { maskFinding } from '../../secrets/finding.ts';
import { printableJson } from '../../text/source/visible.ts';
import { type Io, writeData } from '../io.ts';

/** Lines are written together, since a call for each takes a tenth of the time that validating an agent takes. */
const chunk = 1 << 16;

/** Writes the verdict for each path as a separate agent; returns whether one of them is refused. */
export async function validateEach({ paths, ...question }: ValidateInput, io: Io): Promise<boolean> {
  io.announce?.(paths.length);
  const isOutside = outsideOf(io);
  let anyRefused = false;
  let text = '';
  for (const path of paths) {
    for (const verdict of await validate({ ...question, paths: [path] })) {
      anyRefused ||= verdict.refused;
      text += lineOf(path, { ...verdict, findings: withoutOutside(verdict.findings, isOutside) });
    }
    if (text.length < chunk) continue;
    writeData(io.stdout, text);
    text = '';
  }
  writeData(io.stdout, text);
  return anyRefused;
}

function lineOf(path: string, { version, refused, findings }: Verdict): string {
  const line = {
    path,
    consul: version,
    exit: refused ? 1 : 0,
    findings: findings.map(maskFinding).map(findingToJson),
  };
  return `${printableJson(line)}\n`;
}
