/** Options that an agent runs with a value that no file sets, and that is not the default. */
import type { Finding } from '../../../finding.ts';
import { neededFor } from '../../../model/change/effort.ts';
import { isAtLeast } from '../../../options/releases/versions.ts';
import { named } from '../../../subjects/cluster/groups.ts';
import { groupBy, own } from '../../../util/collections.ts';
import type { Expected } from '../expected.ts';
import { type RunningRole, runtimeDefaults } from '../generated/runtime-defaults.ts';
import { runtimeFields } from '../generated/runtime-fields.ts';
import { fieldOf, memberOf, textOf } from '../json.ts';
import { isHidden } from '../same.ts';
import { shownAt } from '../shown.ts';
import { releaseIn } from '../state.ts';
import { isHandedOut, type Running, text, writtenAt } from './running.ts';

interface Removed {
  readonly expected: Expected;
  readonly path: string;
  readonly shown: string;
  readonly usual: string;
  readonly isCertain: boolean;
}

export function removedFindings(running: readonly Running[], paths: readonly string[]): readonly Finding[] {
  const removed = running.filter(isRecorded).flatMap((one) => paths.flatMap((path) => removedOf(path, one)));
  const groups = groupBy(removed, ({ path, shown, usual, isCertain }) =>
    JSON.stringify([path, shown, usual, isCertain]),
  );
  return [...groups.values()].map(findingOf);
}

function findingOf(group: readonly Removed[]): Finding {
  const { expected, path, shown, usual, isCertain } = group[0]!;
  const names = named(group.map((one) => one.expected.name));
  const runs = group.length === 1 ? 'runs' : 'run';
  const { effort, reason } = neededFor(path, expected.node.role);
  const back = effort === 'reload' ? '`consul reload` brings the default back' : reason;
  const why = isCertain
    ? `a file that set it has been removed or changed: ${back}; if it stays then, a flag of its command line sets it`
    : `a flag of its command line sets it, which is not in these files, or a file that has been removed or changed since: then ${back}`;
  return {
    rule: 'live/drift',
    severity: isCertain ? 'warning' : 'info',
    message: `${names} ${runs} ${path} = ${shown}, which the files do not set (default ${usual}); ${why}`,
    at: expected.at,
    path,
  };
}

/** The releases between those whose defaults were recorded, and are the same. */
function isRecorded({ self }: Running): boolean {
  const release = releaseIn(textOf(memberOf(self, 'Config'), 'Version'));
  return release !== undefined && isAtLeast(release, '1.16') && !isAtLeast(release, '1.24');
}

function removedOf(path: string, { expected, config }: Running): readonly Removed[] {
  const { node } = expected;
  const shown = shownAt(config, runtimeFields[path]![0]);
  const found = own(runtimeDefaults, path);
  const usual = found && own(found.of, roleIn(config));
  if (usual === undefined || shown === undefined || isHidden(shown) || isSame(shown, usual)) return [];
  if (isSet(path, expected) || isHandedOut(path, config)) return [];
  const isFollowing = (other: string): boolean => isSet(other, expected) || !isUsual(other, config);
  if (found!.follows.some(isFollowing) || node.isAssembled || node.template) return [];
  const isCertain = node.isFromManifest === true || node.unit !== undefined || node.command !== undefined;
  return [{ expected, path, shown: text(shown), usual: text(usual), isCertain }];
}

/** Whether something sets it, as far as it is known. */
const isSet = (path: string, expected: Expected): boolean =>
  writtenAt(path, expected.node) !== undefined ||
  expected.isUnknown(path) ||
  (expected.node.deployments ?? []).some(({ maySet }) => maySet(path));

/** Whether an agent runs an option with its default; true too where no default is known. */
function isUsual(path: string, config: unknown): boolean {
  const usual = own(own(runtimeDefaults, path)?.of ?? {}, roleIn(config));
  const field = own(runtimeFields, path)?.[0];
  return usual === undefined || field === undefined || isSame(shownAt(config, field), usual);
}

const isSame = (one: unknown, two: unknown): boolean => JSON.stringify(one) === JSON.stringify(two);

function roleIn(config: unknown): RunningRole {
  if (fieldOf(config, 'DevMode') === true) return 'dev';
  return fieldOf(config, 'ServerMode') === true ? 'server' : 'client';
}
