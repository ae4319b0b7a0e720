/** Whether what an agent runs is what files say, in the form in which `/v1/agent/self` shows it. */
import { parseDuration } from '../../model/grammar/duration.ts';

/**
 * How a field shows an option. `same`: the value, with durations as Go prints them. `words`: the words of a text as a list.
 * `listen`: the addresses, with ports. `part`: among members of its own.
 * `megabytes`: in bytes. `raft`: seconds for each step. `mode`: as a number.
 */
export type Form = 'same' | 'words' | 'listen' | 'part' | 'megabytes' | 'raft' | 'mode';

export const forms: readonly Form[] = ['same', 'words', 'listen', 'part', 'megabytes', 'raft', 'mode'];

/** What Consul shows in the place of a secret. */
export const isHidden = (shown: unknown): boolean => JSON.stringify(shown ?? null).includes('hidden');

export function agrees(written: unknown, shown: unknown, form: Form): boolean {
  switch (form) {
    case 'words':
      return typeof written === 'string' && same(written.split(/[\s,]+/).filter(Boolean), shown);
    case 'listen':
      return typeof written === 'string' && listens(written, shown);
    case 'part':
      return isPart(written, shown);
    case 'megabytes':
      return typeof written === 'number' && written * 1024 * 1024 === shown;
    case 'raft':
      return typeof written === 'number' && same(`${written}s`, shown);
    case 'mode':
      return ['disabled', 'permissive', 'enforcing'].indexOf(String(written)) === shown;
    default:
      return same(written, shown);
  }
}

function same(written: unknown, shown: unknown): boolean {
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

const isPart = (written: unknown, shown: unknown): boolean =>
  typeof written === 'object' &&
  typeof shown === 'object' &&
  Object.entries(written ?? {}).every(([name, value]) =>
    same(value, new Map(Object.entries(shown ?? {})).get(name)),
  );

function sameText(written: string, shown: unknown): boolean {
  const time = parseDuration(written);
  if (time !== undefined && typeof shown === 'number') return time === BigInt(Math.round(shown));
  if (typeof shown !== 'string') return false;
  if (time !== undefined && time === parseDuration(shown)) return true;
  return plain(written) === plain(shown);
}

/** Letter case, a dot at the end of a domain and slashes around a path do not make a difference. */
const plain = (text: string): string => text.toLowerCase().replace(/^\/+|[./]+$/g, '');

/** Each address as it is written, among those that are shown as `tcp://ADDRESS:PORT`. */
function listens(written: string, shown: unknown): boolean {
  const list: readonly unknown[] = Array.isArray(shown) ? shown : [shown];
  const hosts = new Set(
    list.map((one) =>
      String(one)
        .replace(/^(?:tcp|udp):\/\/(.*):\d+$/, '$1')
        .replace(/^\[|\]$/g, ''),
    ),
  );
  const words = new Set(written.split(/\s+/).filter(Boolean));
  return words.size === hosts.size && [...words].every((word) => hosts.has(word));
}
