/** Check: each file by itself against the schema of one release. */
import { lintPolicyFile } from '../engine/policy-files.ts';
import { type Finding, tidy } from '../finding.ts';
import { type Found, unreadable } from '../model/load/directory.ts';
import type { FileSystem } from '../model/load/files.ts';
import { loadFile } from '../model/load/load.ts';
import { schemaFindings } from '../schema/findings.ts';
import { unfilledFindings } from '../subjects/agent/placeholders.ts';
import { isPolicyFile } from '../subjects/policy/policy.ts';
import { type Failed, failed, isFailed } from './failure.ts';
import { type ConfigFilesInput, configFiles } from './files/config-files.ts';

export interface CheckResult {
  readonly findings: readonly Finding[];
  /** How many files were checked. */
  readonly files: number;
}

export async function check(input: ConfigFilesInput): Promise<CheckResult | Failed> {
  const found = await configFiles(input);
  if (isFailed(found)) return found;
  const findings: Finding[] = [];
  for (const file of found) {
    const ofFile = checkFile(file, input.files, input.version);
    if (!ofFile) return failed(unreadable(file.path, input.files));
    for (const finding of ofFile) findings.push(finding);
  }
  return { findings: tidy(findings), files: found.length };
}

/** Undefined where the file cannot be read. */
function checkFile({ path, format }: Found, files: FileSystem, version: string): Finding[] | undefined {
  const bytes = files.read(path);
  if (!bytes) return undefined;
  const file = loadFile(path, bytes, format, version);
  if (isPolicyFile(file)) return [...lintPolicyFile(file)];
  const unfilled = unfilledFindings(file);
  const known = new Set([...file.findings, ...unfilled].map(({ at }) => at.start));
  const ofSchema = file.value ? schemaFindings(file.value, version) : [];
  return [...file.findings, ...unfilled, ...ofSchema.filter(({ at }) => !known.has(at.start))];
}
