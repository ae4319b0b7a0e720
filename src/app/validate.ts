/** Validate: the verdict of an agent of one or more releases on its configuration. */
import { validateAgent } from '../engine/validate.ts';
import { compareFindings, type Finding, isError } from '../finding.ts';
import type { ConfigFormat } from '../model/load/file.ts';
import type { FileSystem } from '../model/load/files.ts';
import type { Host } from '../model/load/host.ts';
import { readAgent } from '../model/load/read-agent.ts';
import { readTogether } from '../secrets/run/run.ts';
import type { Source } from '../text/source/source.ts';

export interface Verdict {
  /** The release that gives the verdict. */
  readonly version: string;
  readonly refused: boolean;
  readonly findings: readonly Finding[];
  /** How many files the agent loads. */
  readonly files: number;
}

export interface ValidateInput {
  /** All together are the configuration of one agent. */
  readonly paths: readonly string[];
  readonly files: FileSystem;
  readonly versions: readonly string[];
  /** The agent's `-config-format`: how every file is read, whatever it is called. */
  readonly format?: ConfigFormat | undefined;
  readonly host: Host;
}

/** One verdict for each release, in their order. A path that cannot be read is a finding. */
export async function validate(input: ValidateInput): Promise<readonly Verdict[]> {
  const { paths, files: fs, versions, format, host } = input;
  const sources = new Map<string, Source>();
  const verdicts: Verdict[] = [];
  for (const version of versions) {
    const agent = readAgent(paths, fs, { version, format }, sources);
    readTogether(agent.files.map(({ source }) => source));
    const findings = await validateAgent(agent, host);
    const refused = findings.some(isError);
    verdicts.push({ version, refused, findings, files: agent.files.length });
  }
  return verdicts;
}

/** The findings of all releases, each once; one that only some of them have names those. */
export function mergedFindings(verdicts: readonly Verdict[]): readonly Finding[] {
  const found = new Map<string, { readonly finding: Finding; readonly versions: string[] }>();
  for (const { version, findings } of verdicts) {
    for (const finding of findings) {
      const { rule, severity, at, message } = finding;
      const key = [rule, severity, at.source.file, at.start, message].join('\0');
      const known = found.get(key);
      if (known) known.versions.push(version);
      else found.set(key, { finding, versions: [version] });
    }
  }
  return [...found.values()]
    .map(({ finding, versions }) =>
      versions.length === verdicts.length ? finding : limited(finding, versions),
    )
    .sort(compareFindings);
}

const limited = (finding: Finding, versions: readonly string[]): Finding => ({
  ...finding,
  message: `Consul ${versions.join(', ')}: ${finding.message}`,
});
