/** service-intentions: who may call a service. */
import type { Value } from '../../../text/value.ts';
import { byteLength } from '../../grammar/text.ts';
import { boolAt, find, itemsAt, objectAt, textAt } from '../../select.ts';
import { type Check, quote } from '../check.ts';
import { conditionFaults, methodFaults, pathFaults } from './common.ts';
import { ofEntries, type Say } from './entry.ts';

const kinds = ['service-intentions'];
const actions = ['allow', 'deny'];
const maxDescription = 512;

const isPartialWildcard = (name: string): boolean => name !== '*' && name.includes('*');

const destination = ofEntries({
  id: 'intentions-destination',
  kinds,
  keys: ['name', 'sources'],
  docs: 'An entry is for one service, or for all (*), and says something about at least one source.',
  run: ({ value, name }, say) => {
    if (isPartialWildcard(name)) say('name', `must be a name or "*", not ${quote(name)}`);
    if (itemsAt(value, 'sources').length === 0) say('sources', 'is empty; name at least one source');
  },
});

const sources = ofEntries({
  id: 'intentions-sources',
  kinds,
  keys: ['sources'],
  docs: 'Each source is named once and has an action, allow or deny, or else permissions.',
  run: ({ value, name }, say) => {
    const seen = new Set<string>();
    for (const [i, source] of itemsAt(value, 'sources').entries()) {
      const at = `sources[${i}]`;
      const fault = sourceFault(source, name === '*');
      if (fault) say(at, fault);
      const key = JSON.stringify([textAt(source, 'name'), textAt(source, 'peer')]);
      if (seen.has(key)) say(at, `names ${quote(textAt(source, 'name'))} a second time`);
      seen.add(key);
    }
  },
});

function sourceFault(source: Value, isForAll: boolean): string | undefined {
  const [name, peer, action, type] = ['name', 'peer', 'action', 'type'].map((key) => textAt(source, key));
  const permissions = itemsAt(source, 'permissions').length;
  if (!name) return 'needs a name';
  if (isPartialWildcard(name)) return `must be a name or "*", not ${quote(name)}`;
  if (peer?.includes('*')) return 'must name its peer without wildcard';
  if (textAt(source, 'sameness_group') !== '')
    return 'names a sameness group, which the community edition refuses';
  if (byteLength(textAt(source, 'description')) > maxDescription)
    return `has a description longer than ${maxDescription} bytes`;
  if (hasLegacy(source)) return 'has legacy_ keys, which Consul sets itself; remove them';
  if (type && type !== 'consul') return `has the type ${quote(type)}; there is only "consul"`;
  if (permissions === 0 && !actions.includes(action ?? ''))
    return 'needs an action, "allow" or "deny", or permissions';
  if (permissions > 0 && action) return 'has permissions and an action; keep one';
  return permissions > 0 && isForAll
    ? 'has permissions, which an entry for all services ("*") cannot have'
    : undefined;
}

/** Times and ids of older intentions; those that normalizing clears do no harm. */
const hasLegacy = (source: Value): boolean => (objectAt(source, 'legacy_meta')?.members.size ?? 0) > 0;

const permissions = ofEntries({
  id: 'intentions-permissions',
  kinds,
  keys: ['sources[].permissions'],
  docs: 'A permission has an action and conditions on the HTTP request: a path at most, headers, methods; one of them at least.',
  run: ({ value, isAtLeast }, say) => {
    const tests = [
      'present',
      'exact',
      'prefix',
      'suffix',
      'regex',
      ...(isAtLeast('1.17') ? ['contains'] : []),
    ];
    for (const [i, source] of itemsAt(value, 'sources').entries()) {
      for (const [j, permission] of itemsAt(source, 'permissions').entries()) {
        const at = `sources[${i}].permissions[${j}]`;
        if (!actions.includes(textAt(permission, 'action'))) say(at, 'needs an action, "allow" or "deny"');
        pathFaults(value, `${at}.http`, say);
        conditionFaults(value, `${at}.http.header`, tests, say);
        methodFaults(value, `${at}.http.methods`, say);
        httpFaults(permission, at, say);
      }
    }
  },
});

function httpFaults(permission: Value, at: string, say: Say): void {
  const http = find(permission, 'http');
  const headers = itemsAt(http, 'header');
  const isEmpty =
    ['path_exact', 'path_prefix', 'path_regex'].every((key) => textAt(http, key) === '') &&
    headers.length === 0 &&
    itemsAt(http, 'methods').length === 0;
  if (!http) say(at, 'needs http: the requests that it is about');
  else if (isEmpty) say(`${at}.http`, 'has no conditions; name a path, headers or methods');
  for (const [k, header] of headers.entries()) {
    const cannot =
      boolAt(header, 'ignore_case') && (boolAt(header, 'present') || textAt(header, 'regex') !== '');
    if (cannot)
      say(
        `${at}.http.header[${k}]`,
        'ignores letter case, which only exact, prefix, suffix and contains can',
      );
  }
}

const jwt = ofEntries({
  id: 'intentions-jwt',
  kinds,
  keys: ['jwt.providers', 'sources[].permissions[].jwt.providers'],
  docs: 'JWT providers are named.',
  run: ({ value }, say) => {
    providerFaults(value, 'jwt', say);
    for (const [i, source] of itemsAt(value, 'sources').entries()) {
      for (const [j] of itemsAt(source, 'permissions').entries())
        providerFaults(value, `sources[${i}].permissions[${j}].jwt`, say);
    }
  },
});

function providerFaults(value: Value, at: string, say: Say): void {
  for (const [i, provider] of itemsAt(value, `${at}.providers`).entries()) {
    if (textAt(provider, 'name') === '') say(`${at}.providers[${i}]`, 'needs a name');
  }
}

export const intentions: readonly Check[] = [destination, sources, permissions, jwt];
