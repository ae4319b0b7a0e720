/** What the account of a service may do with files, and which directories systemd makes for it. */
import type { Span } from '../../text/source/source.ts';
import type { FileFacts } from '../subjects.ts';
import { userOf } from './service.ts';
import type { Unit } from './unit.ts';

export interface Account {
  readonly user: string;
  readonly group: string;
  /** Where the unit names it. */
  readonly at: Span;
}

/** Undefined for root, who may do everything, and where no unit says. */
export function accountOf(unit: Unit | undefined): Account | undefined {
  const user = unit && userOf(unit);
  if (!unit || !user || /^(root|0)$/.test(user) || /%|^the /.test(user)) return undefined;
  // Without Group= it is the group of the account, which mostly has its name.
  return { user, group: unit.get('Service', 'Group')?.value || user, at: unit.at('Service', 'User') };
}

export function canRead({ user, group }: Account, { mode = 0, owner }: FileFacts): boolean {
  if (owner?.user === user) return (mode & 0o400) !== 0;
  return (mode & (owner?.group === group ? 0o040 : 0o004)) !== 0;
}

/** A group that is not its own may still be one of its supplementary ones, so writable by any group is taken for a yes. */
export function canCreateIn({ user }: Account, { mode = 0, owner }: FileFacts): boolean {
  const all = 0o3;
  if (owner?.user === user) return (mode & (all << 6)) === all << 6;
  return (mode & all) === all || (mode & (all << 3)) === all << 3;
}

/** Below which directory each of these makes one. */
const made = {
  StateDirectory: '/var/lib',
  LogsDirectory: '/var/log',
  RuntimeDirectory: '/run',
  CacheDirectory: '/var/cache',
  ConfigurationDirectory: '/etc',
} as const;

/** True where systemd makes the directory, owned by the account, before the service starts. */
export function isMadeBySystemd(unit: Unit | undefined, directory: string): boolean {
  const path = directory.replace(/^\/var\/run\//, '/run/');
  return Object.entries(made).some(([name, base]) =>
    unit
      ?.all('Service', name)
      .flatMap(({ value }) => value.split(/\s+/))
      .some((word) => word !== '' && isWithin(path, `${base}/${word.split(':', 1)[0]}`)),
  );
}

/** True where systemd makes the directory, or a command before the start names it, such as `mkdir -p` or `install -d`. */
export const isMadeBeforeStart = (unit: Unit | undefined, directory: string): boolean =>
  isMadeBySystemd(unit, directory) ||
  unit
    ?.all('Service', 'ExecStartPre')
    .some(({ value }) => value.split(/[\s"']+/).some((word) => word.replace(/\/$/, '') === directory)) ===
    true;

/** A command before the start may create a file or give it away, and a capability may ignore permissions. */
export const mayPrepare = (unit: Unit): boolean =>
  unit.all('Service', 'ExecStartPre').length > 0 ||
  unit.all('Service', 'AmbientCapabilities').some(({ value }) => /DAC_OVERRIDE/.test(value));

/** True for the directory itself and all below it. */
export const isWithin = (path: string, directory: string): boolean =>
  path === directory || path.startsWith(`${directory.replace(/\/$/, '')}/`);
