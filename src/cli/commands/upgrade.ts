/** `upgrade`: deprecated options in their new form, and what a person must decide between two releases. */

import type { Discovery } from '../../discovery/discover.ts';
import { lint, neededRules } from '../../engine/lint.ts';
import { type Finding, isError, tidy } from '../../finding.ts';
import { type Decision, decisions } from '../../fix/upgrade.ts';
import { withoutFix } from '../../model/decode/mendable.ts';
import { parseVersion } from '../../options/versions.ts';
import { atPlace, plural } from '../../report/report.ts';
import { concealFinding } from '../../secrets/finding.ts';
import { groupBy } from '../../subjects/cluster/groups.ts';
import { visible, visibleLine } from '../../text/source/visible.ts';
import type { Command } from '../command.ts';
import { consulVersion } from '../consul-version.ts';
import { type ExitCode, exit, type Io, usageError } from '../io.ts';
import { printFixes, writeFixes } from '../lint/fixes.ts';
import { fixFound, openSession } from '../lint/session.ts';
import { loadSettings } from '../lint/settings.ts';
import { outsideOf, withoutOutside } from '../outside.ts';

interface Options {
  readonly from?: string;
  readonly to?: string;
  readonly write?: boolean;
}

export const command: Command<Options> = {
  arguments: '<path...>',
  description:
    'Moves deprecated options into their new form, as the agent itself translates them, with comments and layout kept; ' +
    'names what the new release refuses; and lists, release by release, what changed for these very agents and only a ' +
    'person can decide. Shows a diff unless --write is given. Paths are those of lint.',
  flags: [
    { flags: '--from <version>', docs: 'the release that runs now, such as 1.10' },
    { flags: '--to <version>', docs: 'the release to go to (default: the newest)' },
    { flags: '-w, --write', docs: 'change the files' },
  ],
  examples: [
    {
      line: 'consul-cfg upgrade --from 1.10 --to 1.20 /etc/consul.d',
      does: 'see what the way to 1.20 asks for',
    },
    {
      line: 'consul-cfg upgrade --from 1.16 --write nodes',
      does: 'migrate a tree of nodes to the newest release',
    },
  ],
  run,
};

/** The rules whose fixes bring a configuration to a newer release without a change of what it means. */
const migrating = new Set(['option/deprecated', 'tls/legacy-version']);

/** What an agent of the target refuses, or ignores. */
const blocking = new Set(['option/not-in-version', 'option/unknown', 'tls/grpc-tls-port']);

/** A file that no agent can read cannot be upgraded either; what it is to say is not for `upgrade` to decide. */
const isSyntax = ({ rule }: Finding): boolean => rule.startsWith('syntax/');

const notAgents =
  'is a manifest: upgrade reads files of agents. Render it, name the rendered directory, and write the release into it as `consul`';

async function run(paths: readonly string[], { from, to, write }: Options, io: Io): Promise<ExitCode> {
  if (from === undefined || !parseVersion(from))
    throw usageError('--from says which release runs now, such as 1.10');
  const target = consulVersion(to);
  const loaded = await loadSettings({}, io);
  const session = openSession(paths, { consul: target }, loaded, io);
  const [manifest] = session.manifests;
  if (manifest !== undefined) throw usageError(`${visibleLine(manifest)} ${notAgents}`);
  const judged = ({ estates }: Discovery): Finding[] => tidy(lint(estates, loaded.settings));
  const checks = await neededRules(session.found.estates);
  const concerned = (found: Discovery): Finding[] =>
    judged(found).flatMap((finding) => {
      if (isSyntax(finding)) return [withoutFix(finding)];
      return migrating.has(finding.rule) || blocking.has(finding.rule) ? [finding] : [];
    });
  const mended = fixFound(session, concerned, ({ safe }) => safe, checks);
  if (write) writeFixes(mended, io);
  else printFixes(mended, io);
  const nodes = session.found.estates.flatMap((estate) => estate.nodes);
  const refused = withoutOutside(mended.findings.filter(isError), outsideOf(io)).map(concealFinding);
  io.stdout.write(refusedText(refused, target) + decisionsText(decisions(nodes, from, target)));
  return refused.length > 0 ? exit.findings : exit.clean;
}

function refusedText(refused: readonly Finding[], target: string): string {
  if (refused.length === 0) return '';
  const lines = refused.map(({ at, message }) => `  ${atPlace(at)}  ${visible(message)}`);
  return `Refused by Consul ${target}:\n${lines.join('\n')}\n`;
}

function decisionsText(open: readonly Decision[]): string {
  if (open.length === 0) return 'Nothing is left to decide.\n';
  const parts = [...groupBy(open, ({ since }) => since)].map(([since, inRelease]) => {
    const entries = [...groupBy(inRelease, ({ message }) => message)].map(([message, same]) =>
      entryText(message, same),
    );
    return `Since ${since}:\n${entries.join('')}`;
  });
  return parts.join('');
}

function entryText(message: string, same: readonly Decision[]): string {
  const [first, ...more] = same;
  const rest = more.length > 0 ? ` and ${plural(more.length, 'other node')}` : '';
  return `  ${visibleLine(first!.path)}: ${visible(message)}\n    ${atPlace(first!.at)} (${visibleLine(first!.node)}${rest})\n`;
}
