/** Why a use case could not run, in words. */
import type { Failure } from './failure.ts';

/** A link in a directory from elsewhere may lead to any file of this machine. */
const outward =
  'is a symbolic link that leads out of its git repository or, where there is none, of its directory; ' +
  'name the file that it leads to';

export const usualReasons: Readonly<Record<Failure['kind'], string>> = {
  missing: 'does not exist',
  unreadable: 'cannot be read',
  dangling: 'is a symlink to nothing: Consul refuses to load the directory',
  extension: 'ends in neither .json nor .hcl, so no agent would load it',
  empty: 'holds no Consul configuration (*.json, *.hcl)',
  outside: outward,
  manifest: 'is a manifest',
};

/** Completes "the path …". */
export const reasonText = ({ kind, why }: Failure): string => why ?? usualReasons[kind];
