/** `upgrade`: deprecated options in their new form, and what a person must decide between two releases. */
import {
  ConsulCfgError,
  consulReleases,
  type PlainDecision,
  releaseProblem,
  type Upgraded,
} from '../../index.ts';
import { upgrade } from '../../node.ts';
import { groupBy } from '../../util/collections.ts';
import { plural } from '../../util/text.ts';
import { visible, visibleLine } from '../../util/visible.ts';
import type { Command } from '../command.ts';
import { consulVersion } from '../input/flags.ts';
import { sessionOptions, sessionTexts } from '../input/session.ts';
import { type ExitCode, exit, type Io, usageError } from '../io.ts';
import { attempt } from '../print/failure.ts';
import { printFixes, writeFixes } from '../print/fixes.ts';

interface Options {
  readonly from?: string;
  readonly to?: string;
  readonly write?: boolean;
}

export const command: Command<Options> = {
  arguments: '<path...>',
  description:
    'Moves deprecated options into their new form, as the agent itself translates them, with comments and layout kept; ' +
    'names what the new release refuses; and lists, release by release, what changed for these agents and a person has ' +
    'to decide. Shows a diff unless --write is given. Paths are those of lint.',
  flags: [
    {
      flags: '--from <version>',
      docs: 'the release that runs now, such as 1.10',
      values: [...consulReleases],
    },
    {
      flags: '--to <version>',
      docs: 'the release to upgrade to (default: the newest)',
      values: [...consulReleases],
    },
    { flags: '-w, --write', docs: 'change the files' },
  ],
  examples: [
    {
      line: 'consul-cfg upgrade --from 1.10 --to 1.20 /etc/consul.d',
      does: 'see what the upgrade to 1.20 needs',
    },
    {
      line: 'consul-cfg upgrade --from 1.16 --write nodes',
      does: 'migrate a tree of nodes to the newest release',
    },
  ],
  run,
};

const notAgents =
  'is a manifest: upgrade reads files of agents. Render it, name the rendered directory, and set `consul` in it to the release';

async function run(paths: readonly string[], { from, to, write }: Options, io: Io): Promise<ExitCode> {
  if (from === undefined || releaseProblem(from)?.kind === 'malformed')
    throw usageError('--from takes the release that runs now, such as 1.10');
  const release = consulVersion(to);
  const { cwd, observe } = sessionOptions(undefined, io);
  const upgraded = await attempt(
    () =>
      upgrade(paths, { from, to: release, cwd, observe }).catch((error) => throwUsage(error, from, release)),
    sessionTexts(io, notAgents),
  );
  if (write) await writeFixes(upgraded, io);
  else printFixes(upgraded, io);
  const { refused, decisions } = upgraded;
  io.stdout.write(refusedText(refused, release) + decisionsText(decisions));
  return refused.length > 0 ? exit.findings : exit.clean;
}

/** The releases are words of the command line. */
function throwUsage(error: unknown, from: string, to: string | undefined): never {
  if (!(error instanceof ConsulCfgError) || error.findings[0]?.property !== 'from') throw error;
  throw usageError(
    `--from ${from} is newer than ${to === undefined ? 'the newest release that is known' : `--to ${to}`}: only the way to a newer release is covered`,
  );
}

function refusedText(refused: Upgraded['refused'], target: string): string {
  if (refused.length === 0) return '';
  const lines = refused.map((finding) => `  ${placeText(finding)}  ${visible(finding.message)}`);
  return `Refused by Consul ${target}:\n${lines.join('\n')}\n`;
}

const placeText = ({
  file,
  line,
  column,
}: {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}): string => `${visibleLine(file)}:${line}:${column}`;

function decisionsText(open: readonly PlainDecision[]): string {
  if (open.length === 0) return 'There is nothing to decide.\n';
  const parts = [...groupBy(open, ({ since }) => since)].map(([since, inRelease]) => {
    const entries = [...groupBy(inRelease, ({ message }) => message)];
    const texts = [...entries.filter(isPlaced), ...entries.filter((entry) => !isPlaced(entry))].map(
      ([message, same]) => entryText(message, same),
    );
    return `Since ${since}:\n${texts.join('')}`;
  });
  return parts.join('');
}

const isPlaced = ([, same]: readonly [string, readonly PlainDecision[]]): boolean =>
  same.some(({ place }) => place !== undefined);

function entryText(message: string, same: readonly PlainDecision[]): string {
  const [first, ...more] = same.flatMap(({ place }) => place ?? []);
  if (!first) return `  elsewhere: ${visible(message)}\n`;
  const rest = more.length > 0 ? ` and ${plural(more.length, 'other node')}` : '';
  return `  ${visibleLine(first.path)}: ${visible(message)}\n    ${placeText(first)} (${visibleLine(first.node)}${rest})\n`;
}
