/** `compare`: what changed between two configurations of an agent, and what it takes to apply the change. */
import type { Effort } from '../../index.ts';
import { compareHosts, type EstateComparison, type NodeComparison } from '../../node.ts';
import { plural } from '../../util/text.ts';
import { printableJson, visibleLine } from '../../util/visible.ts';
import type { Command } from '../command.ts';
import { ofAgent } from '../input/agent.ts';
import { consulFlag, consulVersion } from '../input/flags.ts';
import { type ExitCode, exit, type Io, writeData } from '../io.ts';
import { changeText, unitText } from '../print/change.ts';

interface Options {
  readonly consul?: string;
  readonly json?: boolean;
}

export const command: Command<Options> = {
  arguments: '<old> <new>',
  description:
    'Each of the two is the whole configuration of one agent, a file or a directory, or a host with its unit, or a tree of ' +
    'nodes as `render` writes it: before and after. The flags of units count as options. Reports for every ' +
    'changed option whether a reload is enough, a restart is needed, the servers must restart one by one, or the ' +
    'running cluster keeps the old value, and why. Secrets are not shown.',
  flags: [consulFlag, { flags: '--json', docs: 'print one JSON object' }],
  examples: [
    {
      line: 'consul-cfg compare /etc/consul.d rendered/srv1/etc/consul.d',
      does: 'see what a roll-out does to a node',
    },
    {
      line: 'consul-cfg compare rendered next',
      does: 'see what a change of the manifest does to every node',
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
  const comparison = await ofAgent(() => compareHosts(before, after, { consul, cwd: io.cwd }), io);
  if (options.json) writeData(io.stdout, `${printableJson(plainOf(comparison), 2)}\n`);
  else io.stdout.write(textOf(comparison));
  return exit.clean;
}

/** Of one agent without a unit, as of one that a script gives. */
function plainOf(comparison: EstateComparison): object {
  const [only, ...more] = comparison.nodes;
  const isOne = only !== undefined && more.length + comparison.added.length + comparison.removed.length === 0;
  return isOne && only.unit.length === 0 ? { effort: only.effort, changes: only.changes } : comparison;
}

const conclusions: Readonly<Record<Effort, string>> = {
  none: 'The agent runs as before.',
  reload: '`consul reload` is enough.',
  restart: 'The agent must be restarted.',
  rolling: 'The servers must be restarted one by one.',
  never: 'Not all of it can be applied by configuration; see the reasons.',
};

function textOf({ nodes, added, removed, effort }: EstateComparison): string {
  const [only, ...more] = nodes;
  if (only && more.length + added.length + removed.length === 0) return nodeText(only);
  const changed = nodes.filter((node) => node.effort !== 'none' || node.changes.length > 0);
  const parts = [
    ...changed.map((node) => `${visibleLine(node.name)}\n\n${nodeText(node)}`),
    ...[...added.map((name) => `${name}  new`), ...removed.map((name) => `${name}  not there any more`)].map(
      (line) => `${visibleLine(line)}\n`,
    ),
  ];
  const same = nodes.length - changed.length;
  if (changed.length > 0 && effort !== 'none') parts.push(`All in all: ${conclusions[effort]}\n`);
  return `${parts.join('\n')}${parts.length > 0 ? '\n' : ''}${plural(same, 'node')} ${same === 1 ? 'runs' : 'run'} as before.\n`;
}

const nodeText = ({ effort, changes, unit }: NodeComparison): string =>
  [...changes.map(changeText), ...unit.map(unitText), `${conclusions[effort]}\n`].join('\n');
