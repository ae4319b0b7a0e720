/** `schema`: the JSON Schema of a release, for editors and other tools. */
import { type ConsulRelease, consulReleases } from '../../index.ts';
import { agentJsonSchema } from '../../schemas.ts';
import type { Command } from '../command.ts';
import { consulVersion } from '../input/flags.ts';
import { type ExitCode, exit, type Io, writeData } from '../io.ts';

interface Options {
  readonly consul?: string;
}

export const command: Command<Options> = {
  arguments: '',
  description:
    'Prints the schema (draft-07) that ships as schemas/consul-agent-VERSION.schema.json. Without --consul it knows ' +
    'the options of all releases. How to use it in an editor: docs/schemas.md.',
  flags: [
    {
      flags: '-c, --consul <version>',
      docs: 'Consul release, such as 1.16 (default: all of them together)',
      values: [...consulReleases],
    },
  ],
  examples: [
    { line: 'consul-cfg schema --consul 1.18', does: 'print the schema for Consul 1.18' },
    { line: 'consul-cfg schema > consul.schema.json', does: 'save the one for all releases' },
  ],
  run,
};

async function run(_args: readonly string[], { consul }: Options, io: Io): Promise<ExitCode> {
  const release = consul === undefined ? undefined : (consulVersion(consul) as ConsulRelease);
  writeData(io.stdout, `${JSON.stringify(agentJsonSchema(release), null, 2)}\n`);
  return exit.clean;
}
