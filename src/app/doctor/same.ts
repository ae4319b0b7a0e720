/** Whether a value that is written is the one that an agent shows, in whichever form it prints values. */
import { parseDuration } from '../../model/grammar/duration.ts';

/** What Consul shows in the place of a secret. */
export const isHidden = (shown: unknown): boolean => JSON.stringify(shown ?? null).includes('hidden');

export function same(written: unknown, shown: unknown): boolean {
  if (Array.isArray(written)) {
    const items: readonly unknown[] = Array.isArray(shown) ? shown : [];
    return written.length === items.length && written.every((item, i) => same(item, items[i]));
  }
  if (typeof written === 'object' && written !== null) return sameMembers(written, shown);
  if (typeof written === 'string') return sameText(written, shown);
  // A rate without a limit.
  if (written === -1 && typeof shown === 'number' && shown > 1e300) return true;
  return written === shown;
}

function sameMembers(written: object, shown: unknown): boolean {
  const names = Object.keys(written);
  if (typeof shown !== 'object' || shown === null) return names.length === 0;
  const members = new Map<string, unknown>(Object.entries(shown));
  return (
    names.length === members.size &&
    Object.entries(written).every(([name, value]) => members.has(name) && same(value, members.get(name)))
  );
}

function sameText(written: string, shown: unknown): boolean {
  const time = parseDuration(written);
  if (time !== undefined && typeof shown === 'number') return time === BigInt(Math.round(shown));
  if (typeof shown !== 'string') return false;
  if (time !== undefined && time === parseDuration(shown)) return true;
  return plain(written) === plain(shown);
}

/** Letter case, a dot at the end of a domain and slashes around a path do not make a difference. */
const plain = (text: string): string => text.toLowerCase().replace(/^\/+|[./]+$/g, '');

/** Whether all members are among those that are shown. */
export const isPart = (written: unknown, shown: unknown): boolean =>
  typeof written === 'object' &&
  typeof shown === 'object' &&
  Object.entries(written ?? {}).every(([name, value]) =>
    same(value, new Map(Object.entries(shown ?? {})).get(name)),
  );
