/** Whether an agent was started before its files, its unit or its binary changed. */
import type { Finding } from '../../../finding.ts';
import type { ConfigFile } from '../../../model/load/file.ts';
import { inForce } from '../../../options/in-force.ts';
import { collectSetOptions } from '../../../subjects/agent/set-options.ts';
import { named } from '../../../subjects/cluster/groups.ts';
import type { Node } from '../../../subjects/subjects.ts';
import type { Unit } from '../../../subjects/unit/unit.ts';
import type { Source } from '../../../text/source/source.ts';
import type { Program } from './reader.ts';
import { type Service, timeText } from './service.ts';

export interface Running {
  readonly node: Node;
  readonly unit: Unit;
  readonly service: Service;
  /** When it was started, in whole seconds. */
  readonly started: number;
  /** The release that its agent shows; undefined where it does not answer. */
  readonly release: string | undefined;
  /** Whether its agent shows of every option what the files say; undefined where it does not answer. */
  readonly agrees: boolean | undefined;
}

export const restartFindings = (running: Running): readonly Finding[] => [
  ...ofUnit(running),
  ...ofFiles(running),
];

interface Change {
  readonly source: Source;
  readonly at: number;
}

/** systemd knows the second in which it started the agent, so that what was written in it may be older. */
function changesAfter(moment: number, sources: readonly Source[], { facts }: Node): readonly Change[] {
  return sources
    .flatMap((source): readonly Change[] => {
      const at = facts(source.file).written;
      return at === undefined || at < moment + 1000 ? [] : [{ source, at }];
    })
    .sort((one, two) => two.at - one.at);
}

const finding = (changes: readonly Change[], severity: Finding['severity'], message: string): Finding => ({
  rule: 'live/unit-restart',
  severity,
  message,
  at: changes[0]!.source.span(0, 0),
});

const filesText = (changes: readonly Change[]): string =>
  `${named(changes.map(({ source }) => source.file))} ${changes.length === 1 ? 'was' : 'were'} written at ${timeText(changes[0]!.at)}`;

function ofUnit({ node, unit, service, started }: Running): readonly Finding[] {
  const changes = changesAfter(
    started,
    unit.texts.map(({ source }) => source),
    node,
  );
  if (changes.length === 0) return [];
  const message =
    `${filesText(changes)}, after the agent was started at ${timeText(started)}: the flags, account and limits of the unit are those from before; ` +
    `\`systemctl restart ${service.name}\`${service.isStale ? ' after `systemctl daemon-reload`' : ''}`;
  return [finding(changes, 'warning', message)];
}

/** A reload takes up a part of what files say, and how much of it was changed is not known. */
function ofFiles(running: Running): readonly Finding[] {
  const { node, started, agrees } = running;
  const changes = changesAfter(
    started,
    node.files.map(({ source }) => source),
    node,
  );
  if (changes.length === 0) return [];
  const start = `${filesText(changes)}, after the agent was started at ${timeText(started)}`;
  const reload = reloadOf(running, changes[0]!.at);
  const fixed = node.files.filter(({ source }) => changes.some((change) => change.source === source));
  const names = startOptions(fixed);
  if (reload === undefined && agrees === undefined)
    return [
      finding(
        changes,
        'warning',
        `${start}: what it runs may be older; \`consul reload\`${names.length > 0 ? `, and a restart where options that are read at start only were changed, such as ${named(names, 3)}` : ''}`,
      ),
    ];
  // What differs is reported option by option.
  if (names.length === 0) return [];
  const known =
    reload ??
    (agrees ? 'the agent shows what the files say' : 'the agent shows other values than the files say');
  return [
    finding(
      changes,
      'info',
      `${start}; ${known}, and options that are read at start only, such as ${named(names, 3)}, are in force as they were at the start; restart it if one of them was changed`,
    ),
  ];
}

function reloadOf({ service, started, node, agrees }: Running, written: number): string | undefined {
  const { since } = service;
  if (since !== undefined && since > started && since >= Math.floor(written / 1000) * 1000)
    return `systemd reloaded it at ${timeText(since)}`;
  return agrees !== false && node.config.bool('auto_reload_config') === true
    ? 'auto_reload_config takes up what a reload can'
    : undefined;
}

/** Options that these files set, and that a reload does not take up; no blocks. */
function startOptions(files: readonly ConfigFile[]): readonly string[] {
  const paths = files.flatMap(({ value }) => (value ? collectSetOptions(value).scalars : []));
  return [...new Set(paths.map(({ path }) => path))].filter((path) => inForce(path).moment === 'start');
}

/** The binary on disk next to what runs. */
export function binaryFindings(running: Running, path: string, program: Program): readonly Finding[] {
  const { unit, service, started, release: runs } = running;
  const isOther = runs !== undefined && program.release !== undefined && runs !== program.release;
  if (program.isReplaced !== true && !isOther) return [];
  const time = program.changed === undefined ? '' : timeText(program.changed);
  const disk = program.release === undefined ? '' : `Consul ${program.release}`;
  const old = runs === undefined ? 'the old binary' : `Consul ${runs}`;
  const start = `the agent, started at ${timeText(started)},`;
  const message = program.isReplaced
    ? `${path} was replaced${disk && ` by ${disk}`}${time && ` at ${time}`}, and ${start} still runs ${old}`
    : `${path} is ${disk}${time && ` since ${time}`}, and ${start} runs ${old}`;
  return [
    {
      rule: 'live/unit-restart',
      severity: 'warning',
      message: `${message}; \`systemctl restart ${service.name}\`, servers one by one`,
      at: unit.start.at,
    },
  ];
}
