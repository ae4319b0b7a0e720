/** `check`: each file by itself against the schema of one release. */
import { check } from '../../node.ts';
import type { Command } from '../command.ts';
import { configFilesTexts } from '../input/config-files.ts';
import { consulFlag, consulVersion } from '../input/flags.ts';
import { type StdinOptions, stdinFlag, withStdin } from '../input/stdin.ts';
import { type ExitCode, exit, type Io, usageError } from '../io.ts';
import { attempt } from '../print/failure.ts';
import { destinations, formatFlag, printReport } from '../print/report.ts';

interface Options extends StdinOptions {
  readonly consul?: string;
  readonly format?: readonly string[];
}

export const command: Command<Options> = {
  arguments: '[file...]',
  description:
    'Checks the form of each file by itself: keys, types and values, against the JSON Schema of the release. ' +
    'Suitable for fragments, since nothing is required and no file is compared with another; `validate` and `lint` do ' +
    'that. A directory means the files that an agent would load from it, and a tree those of its nodes, which are ' +
    'found as `lint` finds them.',
  flags: [consulFlag, formatFlag, stdinFlag],
  examples: [
    { line: 'consul-cfg check consul.d/*.json', does: 'check fragments, as the pre-commit hook does' },
    {
      line: 'consul-cfg check - --stdin-filename server.hcl < server.hcl',
      does: 'check what an editor pipes in',
    },
    { line: 'consul-cfg check --consul 1.16 server.hcl', does: 'check a file for Consul 1.16' },
  ],
  run,
};

async function run(given: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  destinations(options.format);
  const consul = consulVersion(options.consul);
  const { paths, texts } = await withStdin(given, options, io);
  if (paths.length === 0) throw usageError('name the files to check, or - for standard input');
  const report = await attempt(() => check(paths, { consul, cwd: io.cwd, texts }), configFilesTexts());
  await printReport(report, options.format, io);
  return report.summary.errors > 0 ? exit.findings : exit.clean;
}
