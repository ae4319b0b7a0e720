/** Which paths a render could have written: a ledger is a plain file, and lines may have been added to it. */
import { isHostName } from '../manifest/read/names.ts';

export function couldBeRendered(path: string): boolean {
  if (path === 'RUNBOOK.md') return true;
  const [first, ...rest] = path.split('/');
  return isHostName(first!) && rest.length > 0 && rest.every(isPlain);
}

/** A part of a path on a host; what is below `.git` decides what git runs. */
const isPlain = (part: string): boolean =>
  /^[A-Za-z0-9_@+:.-]{1,100}$/.test(part) && part !== '.' && part !== '..' && part.toLowerCase() !== '.git';
