/** `merge`: the one configuration that an agent makes of its files. */
import { withDefaults } from '../../model/defaults.ts';
import type { ConfigFormat } from '../../model/file.ts';
import { originsIn } from '../../model/origins.ts';
import { findOption } from '../../options/lookup.ts';
import { toHcl, toJson } from '../../text/print.ts';
import type { Command } from '../command.ts';
import { consulFlag, consulVersion } from '../consul-version.ts';
import { type ExitCode, exit, type Io } from '../io.ts';
import { originsJson, originsText } from '../merge/origins.ts';
import { readableAgent } from '../readable.ts';

interface Options {
  readonly consul?: string;
  readonly configFormat?: ConfigFormat;
  readonly to: ConfigFormat;
  readonly origins?: boolean;
  readonly defaults?: boolean;
}

export const command: Command<Options> = {
  arguments: '<path...>',
  description:
    'Reads files and directories in the order in which the agent does and prints what it runs with: later scalars win, ' +
    'lists are appended, old keys stand under their new names. Secrets are printed, except with --origins.',
  flags: [
    consulFlag,
    {
      flags: '--config-format <format>',
      docs: 'read every file as this, whatever it is called',
      choices: ['hcl', 'json'],
    },
    { flags: '--to <format>', docs: 'what to print', choices: ['hcl', 'json'], default: 'hcl' },
    { flags: '--origins', docs: 'print every value with its file and line, and what it was set to before' },
    { flags: '--defaults', docs: 'add what is not written and has a default' },
  ],
  examples: [
    { line: 'consul-cfg merge /etc/consul.d', does: 'see all files as one' },
    {
      line: 'consul-cfg merge --origins --defaults /etc/consul.d',
      does: 'find out which file, or which default, is responsible for a value',
    },
  ],
  run,
};

async function run(paths: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  const version = consulVersion(options.consul);
  const agent = await readableAgent(paths, { version, format: options.configFormat }, io);
  const root = options.defaults ? withDefaults(agent) : agent.config.resolved;
  const isJson = options.to === 'json';
  if (options.origins) {
    const origins = originsIn(root, agent.config);
    io.stdout.write(isJson ? originsJson(origins) : originsText(origins));
  } else io.stdout.write(isJson ? toJson(root, { isList }) : toHcl(root));
  return exit.clean;
}

const isList = (path: string): boolean => findOption(path)?.kind.shape === 'list';
