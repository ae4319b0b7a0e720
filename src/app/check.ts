/** Check: each file by itself against the schema of one release. */
import { lintPolicyFile } from '../engine/policy-files.ts';
import { type Finding, tidy } from '../finding.ts';
import { unreadable } from '../model/load/directory.ts';
import type { ConfigFile } from '../model/load/file.ts';
import { loadFile } from '../model/load/load.ts';
import { schemaFindings } from '../schema/findings.ts';
import { readTogether } from '../secrets/run/run.ts';
import { unfilledFindings } from '../subjects/agent/placeholders.ts';
import { isPolicyFile } from '../subjects/policy/policy.ts';
import type { Source } from '../text/source/source.ts';
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
  const sources: Source[] = [];
  for (const file of found) {
    const bytes = input.files.read(file.path);
    if (!bytes) return failed(unreadable(file.path, input.files));
    const loaded = loadFile(file.path, bytes, file.format, input.version);
    sources.push(loaded.source);
    for (const finding of checkFile(loaded, input.version)) findings.push(finding);
  }
  readTogether(sources);
  return { findings: tidy(findings), files: found.length };
}

function checkFile(file: ConfigFile, version: string): Finding[] {
  if (isPolicyFile(file)) return [...lintPolicyFile(file)];
  const unfilled = unfilledFindings(file);
  const known = new Set([...file.findings, ...unfilled].map(({ at }) => at.start));
  const ofSchema = file.value ? schemaFindings(file.value, version) : [];
  return [...file.findings, ...unfilled, ...ofSchema.filter(({ at }) => !known.has(at.start))];
}
