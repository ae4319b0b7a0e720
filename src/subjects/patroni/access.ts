/** Whether the account of Patroni can read a file, by the modes of the disk or those that tmpfiles.d gives. */
import { posix } from 'node:path';
import { lastValue } from '../../text/systemd.ts';
import type { PathFacts, PatroniFiles, PatroniService } from './files.ts';
import { directivesOf } from './service.ts';

export interface PatroniAccount {
  readonly user: string;
  readonly groups: readonly string[];
  /** False where no unit in sight names it. */
  readonly isNamed: boolean;
}

/** Undefined for root. */
export function accountOfPatroni(
  service: PatroniService | undefined,
  files: PatroniFiles,
): PatroniAccount | undefined {
  const get = (name: string): string | undefined =>
    service && lastValue(service.texts, 'Service', name)?.value;
  const user = service ? get('User') || 'root' : 'postgres';
  if (/^(?:root|0)$|%/.test(user)) return undefined;
  const extra = service
    ? directivesOf(service, 'Service', 'SupplementaryGroups').map(({ value }) => value)
    : [];
  const groups = [
    get('Group') || user,
    ...extra.flatMap((value) => value.split(/\s+/)),
    ...membershipsOf(user, files),
  ];
  return { user, groups, isNamed: service !== undefined };
}

/** `m USER GROUP` of sysusers.d, and the members of /etc/group. */
function membershipsOf(user: string, { accounts = [] }: PatroniFiles): string[] {
  return accounts.flatMap(({ file, text }) =>
    file.endsWith('/group')
      ? [...text.matchAll(/^([^:\n]+):[^:\n]*:[^:\n]*:([^\n]*)$/gm)].flatMap(([, group, members]) =>
          members!.split(',').includes(user) ? [group!] : [],
        )
      : [...text.matchAll(/^m\s+(\S+)\s+(\S+)/gm)].flatMap(([, name, group]) =>
          name === user ? [group!] : [],
        ),
  );
}

export interface Barrier {
  /** The directory or file that keeps the account out. */
  readonly path: string;
  readonly facts: Required<Pick<PathFacts, 'owner'>> & { readonly mode: number };
  /** True where the members of its group pass, and who they are is not known for sure. */
  readonly mayBeMember: boolean;
}

/** The first directory on the way that the account may not enter, or the file itself; undefined where nothing is known. */
export function barrierTo(path: string, account: PatroniAccount, files: PatroniFiles): Barrier | undefined {
  const names = posix.normalize(path).split('/').slice(1);
  const ways = names.map((_name, i) => `/${names.slice(0, i + 1).join('/')}`);
  for (const way of ways) {
    const facts = factsOf(way, files);
    const bit = way === ways.at(-1) ? 0o4 : 0o1;
    if (!facts || may(account, facts, bit)) continue;
    const isByGroup = (facts.mode & (bit << 3)) !== 0 && facts.owner.group !== 'root';
    const isGroupFile = (files.accounts ?? []).some(({ file }) => file.endsWith('/group'));
    return { path: way, facts, mayBeMember: isByGroup && !isGroupFile };
  }
  return undefined;
}

type Known = Barrier['facts'];

function may({ user, groups }: PatroniAccount, { mode, owner }: Known, bit: number): boolean {
  if (owner.user === user) return (mode & (bit << 6)) !== 0;
  return (mode & (groups.includes(owner.group) ? bit << 3 : bit)) !== 0;
}

/** Of the disk where its modes are those of the machine, else of the last line of tmpfiles.d about the path. */
function factsOf(path: string, { facts, modes = [] }: PatroniFiles): Known | undefined {
  const found = facts?.(path);
  if (found?.mode !== undefined && found.owner) return { mode: found.mode, owner: found.owner };
  const line = modes.flatMap(({ text }) => linesAbout(path, text)).at(-1);
  return line;
}

function linesAbout(path: string, text: string): Known[] {
  return [
    ...text.matchAll(/^[a-zA-Z][!+=~^$-]*[ \t]+(\S+)[ \t]+([~:]?[0-7]{3,4})[ \t]+(\S+)[ \t]+(\S+)/gm),
  ].flatMap(([, named, mode, user, group]) => {
    const isThis = named!.replace(/(?<=.)\/$/, '') === path;
    const owner = { user: user === '-' ? 'root' : user!, group: group === '-' ? 'root' : group! };
    return isThis ? [{ mode: Number.parseInt(mode!.replace(/^[~:]/, ''), 8), owner }] : [];
  });
}
