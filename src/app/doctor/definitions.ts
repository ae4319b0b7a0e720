/** Members of services, checks and the CA's configuration, which agents show under names of their own. */
import { parseDuration } from '../../model/grammar/duration.ts';
import { entriesOf, listOf, memberOf } from './json.ts';
import { isHidden, isPart, same } from './same.ts';

/** Letters alone: `tls_skip_verify` is shown as `TLSSkipVerify`. */
const plain = (name: string): string => name.replaceAll('_', '').toLowerCase();

/** Options whose names in an answer are others. */
const otherNames: Readonly<Record<string, string>> = { args: 'scriptargs' };

function membersOf(shown: unknown): ReadonlyMap<string, unknown> {
  const members = new Map(entriesOf(shown).map(([name, value]) => [plain(name), value]));
  // The id of a check of a service.
  if (members.has('checkid')) members.set('id', members.get('checkid'));
  return members;
}

/** Secrets, which are never compared. */
const isSecret = (name: string): boolean =>
  /token|secret|password|params|privatekey$|cert$/.test(plain(name));

/** What is shown of the members that are written, by their written names; those that may be secrets left out. */
export function keysOf(written: unknown, shown: unknown): readonly (readonly [string, unknown, unknown])[] {
  const members = membersOf(shown);
  return entriesOf(written)
    .filter(([name, value]) => !isSecret(name) && (typeof value !== 'object' || Array.isArray(value)))
    .map(([name, value]) => [name, value, members.get(plain(name))]);
}

export const hasKeys = (written: unknown, shown: unknown): boolean =>
  keysOf(written, shown).every(([, value, other]) => same(value, other));

/** Not compared: what they hold is shown in another form. */
const isApart: ReadonlySet<string> = new Set([
  'connect',
  'proxy',
  'taggedaddresses',
  'locality',
  'weights',
  'ports',
  // The agent raises it to that of critical.
  'failuresbeforewarning',
]);

/** Members that are of note where files do not have them. */
const usual: readonly string[] = ['port', 'address', 'socketpath', 'tags', 'meta', 'checks'];

/** The members of a service or check that an agent shows with another value, as files name them. */
export function differences(written: unknown, shown: unknown): readonly string[] {
  const members = membersOf(shown);
  const own = withChecks(written);
  const names = new Set(own.map(([name]) => plain(name)));
  const changed = own.flatMap(([name, value]) => {
    const other = otherNames[name] ?? plain(name);
    return members.has(other) && !agree(plain(name), value, members.get(other)) ? [name] : [];
  });
  const gone = usual.filter((name) => !names.has(name) && !isNothing(members.get(name)));
  return [...changed, ...gone];
}

/** The agent puts the one check of a service behind the others. */
function withChecks(written: unknown): readonly (readonly [string, unknown])[] {
  const check = memberOf(written, 'check');
  const others = entriesOf(written).filter(([name]) => name !== 'check' && name !== 'checks');
  const checks = [...listOf(memberOf(written, 'checks')), ...(check === undefined ? [] : [check])];
  return checks.length === 0 ? others : [...others, ['checks', checks]];
}

function agree(name: string, written: unknown, shown: unknown): boolean {
  if (name === 'checks') return agreeAll(listOf(written), listOf(shown));
  if (isApart.has(name) || isSecret(name) || isHidden(shown)) return true;
  if (name === 'interval' && isShort(written) && same('1s', shown)) return true;
  // The agent adds its own to those of the file.
  if (name === 'header') return isPart(written, shown);
  return same(written, shown) || (isNothing(written) && isNothing(shown));
}

/** The agent checks once a second at most, and shows that. */
function isShort(written: unknown): boolean {
  const time = typeof written === 'string' ? parseDuration(written) : undefined;
  return time !== undefined && time < 1_000_000_000n;
}

const agreeAll = (written: readonly unknown[], shown: readonly unknown[]): boolean =>
  written.length === shown.length && written.every((one, i) => differences(one, shown[i]).length === 0);

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === 0 ||
  value === false ||
  (typeof value === 'object' && Object.keys(value).length === 0);
