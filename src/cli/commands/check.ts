/** `check`: each file by itself against the schema of one release. */
import { type Finding, isError, tidy } from '../../finding.ts';
import { loadFile } from '../../model/load/load.ts';
import { schemaFindings } from '../../schema/findings.ts';
import type { Command } from '../command.ts';
import { configFiles } from '../config-files.ts';
import { consulFlag, consulVersion } from '../consul-version.ts';
import { filesFrom } from '../files.ts';
import { CommandError, type ExitCode, exit, type Io } from '../io.ts';
import { destinations, formatFlag, printReport } from '../print.ts';

interface Options {
  readonly consul?: string;
  readonly format?: readonly string[];
}

export const command: Command<Options> = {
  arguments: '<file...>',
  description:
    'Checks the form of each file by itself: keys, types and values, as the JSON Schema of the release wants them. ' +
    'Right for fragments, since nothing is required and no file is compared with another; `validate` and `lint` do ' +
    'that. A directory stands for the files that an agent would load from it, and a tree for those of its nodes, which ' +
    'are found as `lint` finds them.',
  flags: [consulFlag, formatFlag],
  examples: [
    { line: 'consul-cfg check consul.d/*.json', does: 'check fragments, as the pre-commit hook does' },
    { line: 'consul-cfg check --consul 1.16 server.hcl', does: 'check a file for Consul 1.16' },
  ],
  run,
};

async function run(paths: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  destinations(options.format);
  const version = consulVersion(options.consul);
  const fs = filesFrom(io.cwd);
  const files = await configFiles(paths, { version, otherName }, io);
  const findings = files.flatMap(({ path, format }) => {
    const bytes = fs.read(path);
    if (!bytes) throw new CommandError(`${path} cannot be read`);
    return findingsOf(path, bytes, format, version);
  });
  await printReport({ findings: tidy(findings), files: files.length }, options.format, io);
  return findings.some(isError) ? exit.findings : exit.clean;
}

const otherName = 'ends in neither .json nor .hcl, so no agent would load it';

function findingsOf(path: string, bytes: Uint8Array, format: 'hcl' | 'json', version: string): Finding[] {
  const { value, findings } = loadFile(path, bytes, format, version);
  return [...findings, ...(value ? schemaFindings(value, version) : [])];
}
