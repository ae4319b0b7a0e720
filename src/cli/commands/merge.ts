/** `merge`: the one configuration that an agent makes of its files. */
import { merge } from '../../node.ts';
import type { Command } from '../command.ts';
import { ofAgent } from '../input/agent.ts';
import { type ConfigFormat, configFormat, consulFlag, consulVersion } from '../input/flags.ts';
import { type ExitCode, exit, type Io, writeData } from '../io.ts';
import { originsJson, originsText } from '../print/origins.ts';

interface Options {
  readonly consul?: string;
  readonly configFormat?: string;
  readonly to: ConfigFormat;
  readonly origins?: boolean;
  readonly defaults?: boolean;
}

export const command: Command<Options> = {
  arguments: '<path...>',
  description:
    'Reads files and directories in the order in which the agent does and prints what it runs with: later scalars win, ' +
    'lists are appended, deprecated keys get their new names. Secrets are printed, except with --origins. What HCL ' +
    'cannot express is printed as JSON, with a note on standard error.',
  flags: [
    consulFlag,
    {
      flags: '--config-format <format>',
      docs: 'read every file as this, whatever its name',
      values: ['hcl', 'json'],
    },
    { flags: '--to <format>', docs: 'what to print', choices: ['hcl', 'json'], default: 'hcl' },
    { flags: '--origins', docs: 'print every value with its file and line, and the values that it replaces' },
    { flags: '--defaults', docs: 'add the defaults of options that no file sets' },
  ],
  examples: [
    { line: 'consul-cfg merge /etc/consul.d', does: 'see all files as one' },
    {
      line: 'consul-cfg merge --origins --defaults /etc/consul.d',
      does: 'find the file, or the default, that sets a value',
    },
  ],
  run,
};

async function run(paths: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  const consul = consulVersion(options.consul);
  const format = configFormat(options.configFormat, exit.usage);
  const { to, defaults } = options;
  const merged = await ofAgent(() => merge(paths, { consul, format, defaults, cwd: io.cwd }), io);
  if (!options.origins) {
    const { hcl, json, inexpressible } = merged;
    if (to === 'hcl' && inexpressible !== undefined) io.stderr.write(notHcl(inexpressible));
    writeData(io.stdout, to === 'hcl' ? (hcl ?? json) : json);
    return exit.clean;
  }
  if (to === 'json') writeData(io.stdout, originsJson(merged.origins));
  else io.stdout.write(originsText(merged.origins));
  return exit.clean;
}

const notHcl = (path: string): string =>
  `consul-cfg: HCL cannot express \`${path}\` so that an agent reads the same, so this is JSON; keep it in a file ` +
  'that ends in .json\n';
