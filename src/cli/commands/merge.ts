/** `merge`: the one configuration that an agent makes of its files. */
import type { Agent } from '../../model/agent.ts';
import type { ConfigFormat } from '../../model/load/file.ts';
import { withDefaults } from '../../model/resolve/defaults.ts';
import { originsIn } from '../../model/resolve/origins.ts';
import { findOption } from '../../options/lookup.ts';
import { rootPlace } from '../../secrets/place.ts';
import { withoutSecrets } from '../../secrets/values.ts';
import { toJson } from '../../text/print.ts';
import { shortPath } from '../../text/source/path.ts';
import type { ObjectValue } from '../../text/tree/value.ts';
import type { Command } from '../command.ts';
import { consulFlag, consulVersion } from '../consul-version.ts';
import { type ExitCode, exit, type Io, usageError, writeData } from '../io.ts';
import { hclOf } from '../merge/hcl.ts';
import { originsJson, originsText } from '../merge/origins.ts';
import { readableAgent } from '../readable.ts';

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
    'lists are appended, old keys stand under their new names. Secrets are printed, except with --origins. What HCL ' +
    'cannot say as the agent reads it is printed as JSON, and said on standard error.',
  flags: [
    consulFlag,
    {
      flags: '--config-format <format>',
      docs: 'read every file as this, whatever it is called',
      values: ['hcl', 'json'],
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
  const agent = await readableAgent(paths, { version, format: formatOf(options.configFormat) }, io);
  const root = options.defaults ? withDefaults(agent) : agent.config.resolved;
  const isJson = options.to === 'json';
  if (options.origins) {
    const origins = originsIn(withoutSecrets(root, rootPlace) as ObjectValue, agent.config);
    if (isJson) writeData(io.stdout, originsJson(origins));
    else io.stdout.write(originsText(origins));
  } else
    writeData(io.stdout, (isJson ? undefined : hclWhereItCan(root, agent, io)) ?? toJson(root, { isList }));
  return exit.clean;
}

/** Undefined, and said so, where HCL cannot say it. */
function hclWhereItCan(root: ObjectValue, agent: Agent, io: Io): string | undefined {
  const hcl = hclOf(root, agent);
  if ('text' in hcl) return hcl.text;
  io.stderr.write(
    `consul-cfg: HCL cannot say \`${shortPath(hcl.unsayable)}\` so that an agent reads the same, so this is JSON; ` +
      'keep it in a file that ends in .json\n',
  );
  return undefined;
}

/** Empty is none, as for `consul validate`. */
function formatOf(text: string | undefined): ConfigFormat | undefined {
  if (text === undefined || text === '') return undefined;
  if (text === 'json' || text === 'hcl') return text;
  throw usageError(`--config-format must be json or hcl, not ${text}`);
}

const isList = (path: string): boolean => findOption(path)?.kind.shape === 'list';
