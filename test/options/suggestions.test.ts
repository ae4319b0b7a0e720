/** What is suggested for a key that no agent knows: words of tables, habits of spelling, and never what a release refuses. */
import { describe, expect, test } from 'vitest';
import { decodeConfig } from '../../src/model/decode/decode.ts';
import { agent } from '../../src/options/agent.ts';
import { type Found, findOption, inherits, member, walk } from '../../src/options/lookup.ts';
import type { Section } from '../../src/options/option.ts';
import { minors } from '../../src/options/releases/versions.ts';
import { onlyFlags } from '../../src/options/suggest/flags.ts';
import { removedKeys } from '../../src/options/suggest/removed-keys.ts';
import { type SuggestContext, type Suggestion, suggest } from '../../src/options/suggest/suggest.ts';
import { allWords } from '../../src/options/suggest/words.ts';
import type { ObjectValue } from '../../src/text/tree/value.ts';
import { toValue } from '../schema/support/values.ts';
import { holding } from './support/facts.ts';

const sectionOf = (path: string): Section => {
  const kind = path === '' ? undefined : findOption(path)?.kind;
  const inner = kind?.shape === 'list' ? kind.of : kind;
  return inner?.shape === 'block' ? inner.section() : agent;
};

const pathOf = (block: string, { use, elsewhere }: Suggestion): string | undefined =>
  use === undefined || elsewhere || block === '' ? use : `${block}.${use}`;

/** Whether the decoder of a release knows the key: that is what refuses a file. */
function isKnown(path: string, version: string): boolean {
  const value = toValue(holding(path.replaceAll('{}', 'x'), null)) as ObjectValue;
  const { findings } = decodeConfig(value, agent, version);
  return !findings.some(({ rule }) => /^option\/(?:unknown|not-in-version|enterprise)$/.test(rule));
}

/** The same option whatever path of it is named: services are in `service` and in `services`. */
const lastKey = (path: string | undefined): string | undefined => path?.slice(path.lastIndexOf('.') + 1);

const options: readonly Found[] = (() => {
  const found: Found[] = [];
  walk(agent, (option) => found.push(option));
  return found;
})();

const flags = [
  ...new Map(options.flatMap((found) => (found.option.flag ? [[found.option.flag, found] as const] : []))),
];

describe('flags of the command line', () => {
  test.each(flags)('%s', (flag, { path, option }) => {
    const meant = option.deprecated?.use ?? path;
    for (const key of [flag.slice(1), flag.slice(1).replaceAll('-', '_')]) {
      if (member(agent, key)) continue;
      const suggestion = suggest(agent, key, { version: '2.1' });
      const use =
        suggestion?.use && (member(agent, suggestion.use)?.option.deprecated?.use ?? suggestion.use);
      expect([key, use]).toEqual([
        key,
        inherits.enterprise(findOption(path)!) === 'refused' ? undefined : meant,
      ]);
    }
  });

  test.each(Object.keys(onlyFlags))('%s is nothing that a file can set', (key) => {
    for (const written of [key, key.replaceAll('_', '-')])
      expect(suggest(agent, written)).toEqual({ elsewhere: false, note: onlyFlags[key] });
  });
});

describe.each(allWords)('words in %j', (block, words) => {
  test.each(Object.entries(words))('%s', (word, { use, note, removed }) => {
    const section = sectionOf(block);
    expect(member(section, word)).toBeUndefined();
    const suggestion = suggest(section, word);
    if (removed !== undefined) {
      expect(suggestion).toMatchObject({ removed, note: `removed in ${removed}; ${note}` });
    } else if (use === undefined) expect(suggestion).toEqual({ elsewhere: false, note });
    else {
      expect(findOption(use)).toBeDefined();
      expect(lastKey(pathOf(block, suggestion!))).toBe(lastKey(use));
    }
  });
});

test.each(Object.entries(removedKeys))('removed: %s', (key, { use, note, removed }) => {
  const suggestion = suggest(key === 'rpc' ? sectionOf('ports') : agent, key)!;
  expect(suggestion.use).toBe(use);
  expect(suggestion.removed).toBe(removed);
  if (note !== undefined) expect(suggestion.note).toContain(note);
});

/** Keys as other programs write them: camelCase, PascalCase, kebab-case, upper case with dots, all in one. */
const habits: Readonly<Record<string, (key: string) => string>> = {
  camelCase: (key) => key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
  PascalCase: (key) => key.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase()),
  'kebab-case': (key) => key.replaceAll('_', '-'),
  'without underscores': (key) => key.replaceAll('_', ''),
};

test.each(Object.entries(habits))('%s', (_, habit) => {
  for (const { path, option, trail } of options) {
    const key = lastKey(path)!;
    const block = path.slice(0, Math.max(path.lastIndexOf('.'), 0));
    const section = sectionOf(block);
    if (/[[\]{}]/.test(key) || section[key] !== option || member(section, habit(key))) continue;
    if (
      trail.some(
        ({ internal, ignoredWithWarning, refused, removed, enterprise }) =>
          internal ||
          ignoredWithWarning ||
          refused === 'always' ||
          removed ||
          enterprise === 'refused' ||
          enterprise === 'unknown',
      )
    )
      continue;
    expect([path, habit(key), suggest(section, habit(key))?.use]).toEqual([path, habit(key), key]);
  }
});

test('a path with underscores in the place of dots', () => {
  for (const { path, trail } of options) {
    const key = path.replaceAll('.', '_');
    if (!path.includes('.') || /[[{]/.test(path) || path.startsWith('service.') || path.startsWith('check.'))
      continue;
    if (member(agent, key) || !isKnown(path, '2.1') || trail.some(({ deprecated }) => deprecated)) continue;
    if (trail.some(({ internal, enterprise, refused }) => internal || enterprise === 'refused' || refused))
      continue;
    const use = suggest(agent, key, { version: '2.1' })?.use;
    expect([key, lastKey(use)]).toEqual([key, lastKey(path)]);
  }
});

test.each(minors)('what is suggested to an agent of %s is known to it', (version) => {
  const words = [
    ...flags.map(([flag]) => flag.slice(1)),
    ...Object.keys(removedKeys),
    ...options.map(({ path }) => `${lastKey(path)}s`),
    ...options.map(({ path }) => lastKey(path)!.slice(1)),
    ...options.map(({ path }) => path.replaceAll('.', '_')),
  ];
  const blocks = [
    '',
    'ports',
    'acl',
    'tls',
    'tls.defaults',
    'telemetry',
    'performance',
    'http_config',
    'limits',
  ];
  for (const block of blocks)
    for (const word of new Set(words)) {
      const section = sectionOf(block);
      if (member(section, word)) continue;
      const suggestion = suggest(section, word, { version });
      const path = suggestion && pathOf(block, suggestion);
      if (path !== undefined)
        expect([block, word, path, isKnown(path, version)]).toEqual([block, word, path, true]);
    }
});

type Case = readonly [
  block: string,
  key: string,
  suggestion: Partial<Suggestion> | undefined,
  context?: SuggestContext,
];

const cases: readonly Case[] = [
  ['', 'retry-join', { use: 'retry_join', elsewhere: false }],
  ['', 'LogLevel', { use: 'log_level', elsewhere: false }],
  ['', 'bootstrap_expects', { use: 'bootstrap_expect', elsewhere: false }],
  ['', 'datacentre', { use: 'datacenter', elsewhere: false }],
  ['', 'encypt', { use: 'encrypt', elsewhere: false }],
  ['', 'client_adr', { use: 'client_addr', elsewhere: false }],
  ['', 'grpc_tls', { use: 'ports.grpc_tls', elsewhere: true }],
  ['', 'ports.http', { use: 'ports.http', elsewhere: true }],
  ['', 'recursor', { use: 'recursors', elsewhere: false }],
  ['', 'statsd_addr', { use: 'telemetry.statsd_address', elsewhere: true }],
  ['', 'tags', { use: 'services[].tags', elsewhere: true }],
  ['ports', 'htpp', { use: 'http', elsewhere: false }],
  ['ports', 'dsn', { use: 'dns', elsewhere: false }],
  ['', 'tsl', { use: 'tls', elsewhere: false }],
  ['ports', 'rpc', { removed: '0.8' }],
  ['performance', 'raft_multipler', { use: 'raft_multiplier', elsewhere: false }],
  ['telemetry', 'disable_compat_1.9', { elsewhere: false, removed: '1.13' }],
  ['check', 'script', { use: 'args', elsewhere: false }],
  // The flags of a block are keys of it; the flags of another block are not.
  ['ports', 'http_port', { use: 'http', elsewhere: false, note: '-http-port is its flag' }],
  ['dns_config', 'http_port', undefined],
  // Nested where the agent is flat, and flat where it is nested.
  ['acl', 'datacenter', { use: 'primary_datacenter', elsewhere: true }],
  ['acl', 'master_token', { use: 'acl.tokens.initial_management', elsewhere: true }],
  [
    '',
    'log',
    { use: 'log_level', elsewhere: true, note: 'it is the option for log.level' },
    { written: 'object', inner: ['level'] },
  ],
  [
    '',
    'http',
    { use: 'ports.http', note: 'it is the option for http.port' },
    { written: 'object', inner: ['port'] },
  ],
  [
    '',
    'consul',
    { note: 'there is no block around datacenter: write it at the top' },
    { written: 'object', inner: ['datacenter', 'data_dir'] },
  ],
  ['', 'consul', undefined, { written: 'object', inner: ['datacenter', 'color'] }],
  ['tls', 'ca_file', { use: 'tls.defaults.ca_file', elsewhere: true }],
  // The value says which of several options can be meant, and whether one can be meant at all.
  ['', 'http', { use: 'addresses.http' }, { written: 'string' }],
  ['', 'http', { use: 'ports.http' }, { written: 'number' }],
  ['', 'client', { use: 'client_addr' }, { written: 'string' }],
  ['', 'client', undefined, { written: 'object', inner: ['enabled'] }],
  // What a role calls an option, and what a block repeats.
  ['', 'consul_data_dir', { use: 'data_dir', elsewhere: false }],
  ['service', 'service_name', { use: 'name', elsewhere: false }],
  ['connect', 'provider', { use: 'ca_provider', elsewhere: false }],
  ['acl', 'policy', undefined],
  ['', 'ui-dir', { use: 'ui_dir', elsewhere: false, note: 'ui_dir is deprecated: better ui_config.dir' }],
  // A release that does not know the option gets no suggestion.
  ['', 'raft_prevote_disable', undefined, { version: '1.16' }],
  ['', 'raft_prevote_disable', { use: 'raft_prevote_disabled' }, { version: '1.21' }],
  ['tls', 'defaults.verify_server_hostname', undefined, { version: '1.16' }],
  ['', 'zzzzzz', undefined],
  ['', 'x', undefined],
  ['', '', undefined],
  ['', '__proto__', undefined],
];

test.each(cases.map((found) => ({ found, name: `${found[0]} ${found[1]}` })))(
  '$name',
  ({ found: [block, key, suggestion, context] }) => {
    const meant = suggest(sectionOf(block), key, context);
    if (suggestion) expect(meant).toMatchObject(suggestion);
    else expect(meant).toBeUndefined();
  },
);

test('a long key is no work', () => {
  const start = performance.now();
  suggest(agent, 'x'.repeat(1_000_000));
  expect(performance.now() - start).toBeLessThan(1000);
});
