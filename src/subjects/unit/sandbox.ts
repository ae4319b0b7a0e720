/** What the sandbox of a unit keeps the agent from writing. */
import { type Directive, wordsOf } from '../../text/systemd.ts';
import { isMadeBySystemd, isWithin } from './account.ts';
import type { Unit } from './unit.ts';

/** The directive that keeps the agent from writing a path; undefined where it may, as far as the unit says. */
export const readOnlyBy = (path: string, unit: Unit): Directive | undefined =>
  isMadeBySystemd(unit, path) || isOpened(path, unit) || isLeftOpen(path, unit)
    ? undefined
    : guardOf(path, unit);

const yes = /^(1|yes|true|on)$/i;

/** The directive that makes a path read-only for the service. */
function guardOf(path: string, unit: Unit): Directive | undefined {
  const [system, home, dynamic] = ['ProtectSystem', 'ProtectHome', 'DynamicUser'].map((name) =>
    unit.get('Service', name),
  );
  const isSystem = (...names: readonly string[]): boolean => names.some((name) => isWithin(path, name));
  if (
    home &&
    /^(1|yes|true|on|read-only|tmpfs)$/i.test(home.value) &&
    isSystem('/home', '/root', '/run/user')
  )
    return home;
  if (dynamic && yes.test(dynamic.value)) return dynamic;
  if (!system || system.value === 'strict') return system;
  if (system.value === 'full' && isSystem('/etc')) return system;
  return (system.value === 'full' || yes.test(system.value)) && isSystem('/usr', '/boot', '/efi')
    ? system
    : undefined;
}

/** What no sandbox closes: the file systems of the kernel, a /tmp of its own, and all where + takes the sandbox off. */
function isLeftOpen(path: string, unit: Unit): boolean {
  const hasTmp = [unit.get('Service', 'PrivateTmp'), unit.get('Service', 'DynamicUser')].some(
    (directive) => directive && /^(1|yes|true|on|disconnected)$/i.test(directive.value),
  );
  return (
    /^[-@:!|]*\+/.test(unit.start.value) ||
    ['/dev', '/proc', '/sys', ...(hasTmp ? ['/tmp', '/var/tmp'] : [])].some((open) => isWithin(path, open))
  );
}

const opening = ['ReadWritePaths', 'ReadWriteDirectories', 'BindPaths', 'TemporaryFileSystem'] as const;

/** A path in these may begin with - or +, and carry what it is mounted to behind a colon. */
function isOpened(path: string, unit: Unit): boolean {
  return opening
    .flatMap((name) => unit.all('Service', name))
    .flatMap(wordsOf)
    .flatMap(({ text }) => text.replaceAll('%%', '%').split(':', 2))
    .some((word) => word !== '' && isWithin(path, word.replace(/^[-+]+/, '')));
}
