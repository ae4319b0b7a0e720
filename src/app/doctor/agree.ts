/** Whether what an agent runs is what files say, in the form in which `/v1/agent/self` shows it. */
import { formatIp, parseIp } from '../../util/ip.ts';
import { differences, hasKeys } from './definitions.ts';
import { listOf, memberOf } from './json.ts';
import { isPart, same } from './same.ts';

/**
 * How a field shows an option. `same`: the value, with durations as Go prints them. `words`: the words of a text as a list.
 * `listen`: the addresses, with ports. `part`: among members of its own.
 * `megabytes`: in bytes. `raft`: seconds for each step. `mode`: as a number. `ips`: as bytes. `prefixes`: as two lists.
 * `keys`: without regard to how names of members are joined. `count`: only how many there are. `definitions`: with all
 * members that they may have.
 */
export type Form =
  | 'same'
  | 'words'
  | 'listen'
  | 'part'
  | 'megabytes'
  | 'raft'
  | 'mode'
  | 'ips'
  | 'prefixes'
  | 'keys'
  | 'definitions'
  | 'count';

/** Those of options of any kind. */
export const forms: readonly Form[] = [
  'same',
  'words',
  'listen',
  'part',
  'megabytes',
  'raft',
  'mode',
  'ips',
  'prefixes',
  'keys',
];

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
    case 'ips':
      return Array.isArray(written) && same(written.map(ipIn), listOf(shown).map(ipOf));
    case 'prefixes':
      return Array.isArray(written) && filters(written.map(String), shown);
    case 'keys':
      return hasKeys(written, shown);
    case 'definitions':
      return (
        Array.isArray(written) &&
        written.length === listOf(shown).length &&
        written.every((one, i) => differences(one, listOf(shown)[i]).length === 0)
      );
    case 'count':
      return Array.isArray(written) && written.length === listOf(shown).length;
    default:
      return same(written, shown);
  }
}

const ipIn = (text: unknown): unknown => {
  const ip = parseIp(String(text));
  return ip ? formatIp(ip) : text;
};

/** The bytes of an address, of which an IPv4 one has 16 too. */
function ipOf(bytes: unknown): unknown {
  const numbers = listOf(bytes).map(Number);
  return numbers.length === 16 ? formatIp(numbers) : bytes;
}

/** `+prefix` lets metrics through, `-prefix` blocks them; the agent blocks some of its own. */
function filters(written: readonly string[], telemetry: unknown): boolean {
  const starting = (sign: string): readonly string[] =>
    written.filter((text) => text.startsWith(sign)).map((text) => text.slice(1));
  const blocked = new Set(listOf(memberOf(telemetry, 'BlockedPrefixes')));
  const own = starting('-');
  return (
    same(starting('+'), memberOf(telemetry, 'AllowedPrefixes')) &&
    own.every((prefix) => blocked.has(prefix)) &&
    [...blocked].every((prefix) => own.includes(String(prefix)) || isOwn.test(String(prefix)))
  );
}

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

/** A metric that the agent blocks itself, unless the filter has it. */
const isOwn = /\.rpc\.server\.call$/;
