/** `compare`: what changed between two configurations of an agent, and what it takes to apply the change. */
import type { Comparison, Effort } from '../../index.ts';
import { compare } from '../../node.ts';
import { printableJson } from '../../util/visible.ts';
import type { Command } from '../command.ts';
import { ofAgent } from '../input/agent.ts';
import { consulFlag, consulVersion } from '../input/flags.ts';
import { type ExitCode, exit, type Io, writeData } from '../io.ts';
import { changeText } from '../print/change.ts';

interface Options {
  readonly consul?: string;
  readonly json?: boolean;
}

export const command: Command<Options> = {
  arguments: '<old> <new>',
  description:
    'Each of the two is a file or a directory: the whole configuration of one agent, before and after. Reports for every ' +
    'changed option whether a reload is enough, a restart is needed, the servers must restart one by one, or the ' +
    'running cluster keeps the old value, and why. Secrets are not shown.',
  flags: [consulFlag, { flags: '--json', docs: 'print one JSON object' }],
  examples: [
    {
      line: 'consul-cfg compare /etc/consul.d rendered/srv1/etc/consul.d',
      does: 'see what a roll-out does to a node',
    },
    {
      line: 'consul-cfg compare --json old.hcl new.hcl',
      does: 'let a program decide between reload and restart',
    },
  ],
  run,
};

async function run(paths: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  const consul = consulVersion(options.consul);
  const [before, after] = [paths[0]!, paths[1]!];
  const comparison = await ofAgent(() => compare(before, after, { consul, cwd: io.cwd }), io);
  if (options.json) writeData(io.stdout, `${printableJson(comparison, 2)}\n`);
  else io.stdout.write(textOf(comparison));
  return exit.clean;
}

const conclusions: Readonly<Record<Effort, string>> = {
  none: 'The agent runs as before.',
  reload: '`consul reload` is enough.',
  restart: 'The agent must be restarted.',
  rolling: 'The servers must be restarted one by one.',
  never: 'Not all of it can be applied by configuration; see the reasons.',
};

const textOf = ({ effort, changes }: Comparison): string =>
  [...changes.map(changeText), `${conclusions[effort]}\n`].join('\n');
