/** The table of agent options against what was measured, row by row. */
import { describe, expect, test } from 'vitest';
import { decodeConfig } from '../../src/model/decode/decode.ts';
import { agent } from '../../src/options/agent.ts';
import { type Found, findOption, inherits, walk } from '../../src/options/lookup.ts';
import { isByRole, knownIn } from '../../src/options/releases/versions.ts';
import type { ObjectValue } from '../../src/text/tree/value.ts';
import { toValue } from '../schema/support/values.ts';
import {
  type AgentFact,
  agentFacts,
  entryFacts,
  holding,
  type Measured,
  measured,
  releaseFacts,
  releases,
} from './support/facts.ts';

const found = (path: string): Found => {
  const option = findOption(path);
  if (!option) throw new Error(`the table has no ${path}`);
  return option;
};

test('every row is an option of the table, under the same path', () => {
  const others = agentFacts.filter(({ path }) => findOption(path)?.path !== path);
  expect(others.map(({ path }) => path)).toEqual([]);
  expect(agentFacts).toHaveLength(922);
});

describe('no row is made up', () => {
  const entry = 'config_entries.bootstrap[].';
  const recorded = new Set(
    [...agentFacts, ...releaseFacts, ...entryFacts].flatMap(({ path }) => [
      path,
      findOption(entry + path)?.path,
    ]),
  );
  const rows: Found[] = [];
  walk(agent, (row) => rows.push(row));

  /** Rows that no recorded fact is about, each with the reason why it is in the table. */
  const exceptions: readonly (readonly [reason: string, is: (row: Found) => boolean])[] = [
    [
      'Enterprise: the measured agents are those of the Community edition, which do not know the key',
      (row) => /\.(namespace|partition)$/.test(row.path) && inherits.enterprise(row) !== undefined,
    ],
    [
      'internal: every entry has them, and the server overwrites them',
      ({ path, option }) => /\.(Create|Modify)Index$/.test(path) && option.internal === true,
    ],
    [
      'the facts of gateways and routes end at `jwt`; below it are the fields of an intention',
      ({ path }) =>
        /^config_entries\.bootstrap\[\]\.(api-gateway|http-route)\..*\.jwt\.providers\b/.test(path),
    ],
  ];

  test('a fact is recorded of every row, but for exceptions', () => {
    const others = rows.filter((row) => !recorded.has(row.path) && !exceptions.some(([, is]) => is(row)));
    expect(others.map(({ path }) => path)).toEqual([]);
  });

  test.each(exceptions)('the exception is needed: %s', (_reason, is) => {
    expect(rows.some((row) => !recorded.has(row.path) && is(row))).toBe(true);
  });
});

describe.each(releases)('Consul %s', (release) => {
  test('knows the recorded keys that it was seen to know, and none of the others', () => {
    const wrong = agentFacts.filter(
      ({ path, verified }) => isKnown(found(path), release) !== (verified[release] !== 'unknown-key'),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('refuses every value of some keys', () => {
    const refused = agentFacts.filter(({ verified }) => verified[release] === 'known-but-rejected');
    const explained = refused.filter(({ path }) => isRefused(found(path), release));
    expect(explained.map(({ path }) => path)).toEqual(refused.map(({ path }) => path));
  });

  test('decodes what it was seen to decode, and refuses the types that it was seen to refuse', () => {
    const known = agentFacts.filter(({ path }) => isKnown(found(path), release));
    const wrong = known.filter(
      ({ path, wrongTypeTried, wrongTypeRejected }) =>
        wrongTypeTried !== undefined && refuses(path, wrongTypeTried, release) !== wrongTypeRejected,
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('takes null, a list of one, and fractions of whole numbers', () => {
    const rows = agentFacts.filter(({ path }) => isKnown(found(path), release));
    const nulls = rows.filter((row) => row.nullAccepted && refuses(row.path, null, release));
    const lists = rows.filter(
      (row) => row.oneElementListAccepted && refuses(row.path, [sample(row)], release),
    );
    const ints = rows.filter((row) => isWhole(row) && refuses(row.path, 3.7, release));
    expect([...nulls, ...lists, ...ints].map(({ path }) => path)).toEqual([]);
  });
});

const isKnown = ({ trail }: Found, release: Measured): boolean =>
  trail.every((option) => knownIn(option, measured[release]) && option.enterprise !== 'unknown');

const isRefused = ({ trail }: Found, release: Measured): boolean =>
  trail.some(
    ({ refused, enterprise }) =>
      enterprise === 'refused' ||
      refused === 'always' ||
      (refused && !knownIn({ since: refused.before }, measured[release])),
  );

function refuses(path: string, value: unknown, release: Measured): boolean {
  const { findings } = decodeConfig(toValue(holding(path, value)) as ObjectValue, agent, measured[release]);
  return findings.some(({ severity }) => severity === 'error');
}

const isWhole = ({ path }: AgentFact): boolean => /^u?int$/.test(found(path).kind.shape);

/** A value of the right type. */
function sample({ path }: AgentFact): unknown {
  switch (found(path).kind.shape) {
    case 'string':
      return '1s';
    case 'bool':
      return true;
    case 'block':
      return {};
    default:
      return 3;
  }
}

describe('what a row says besides its type', () => {
  test('aliases', () => {
    const wrong = agentFacts.flatMap(({ path, aliases = [] }) =>
      aliases
        .map((alias) => path.replace(/[^.]+$/, alias.slice(alias.lastIndexOf('.') + 1)))
        .filter((other) => findOption(other)?.path !== path),
    );
    expect(wrong).toEqual([]);
  });

  test('flags', () => {
    const wrong = agentFacts.filter(
      ({ path, cliFlag }) => isItself(path) && found(path).option.flag !== cliFlag,
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('secrets', () => {
    const wrong = agentFacts.filter(({ path, secret = false }) => inherits.secret(found(path)) !== secret);
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('what a reload takes up', () => {
    const wrong = agentFacts.filter(
      ({ path, reloadable }) =>
        typeof reloadable !== 'string' && inherits.reload(found(path)) !== (reloadable ?? false),
    );
    // Reloaded from 1 to 5, but not from 5 to 1: "LeaderLeaseTimeout cannot be larger than heartbeat timeout" (1.16, 1.20).
    const oneWay = 'performance.raft_multiplier';
    const paths = wrong.map(({ path }) => path).filter((path) => !notMeasured.test(path));
    expect(paths).toEqual([oneWay]);
  });

  test('deprecation and what to use instead', () => {
    const rows = agentFacts.filter(({ path, deprecated }) => deprecated && isItself(path));
    const wrong = rows.filter(({ path, deprecated }) => {
      const use = found(path).option.deprecated?.use;
      return !found(path).option.deprecated || use !== (deprecated?.replacement ?? undefined);
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
    const silent = rows.filter(
      ({ path, deprecated }) =>
        (found(path).option.deprecated?.silent ?? false) === (deprecated?.warning ?? false),
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test('Enterprise', () => {
    const wrong = agentFacts.filter(
      ({ path, enterprise = false }) => (inherits.enterprise(found(path)) !== undefined) !== enterprise,
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('defaults, for all or by role', () => {
    const wrong = agentFacts.filter((row) => isItself(row.path) && !sameDefault(row));
    expect(wrong.map(({ path }) => path).filter((path) => !hasOther(path))).toEqual([]);
  });
});

/** Not an item of a list or map, whose option is that of the whole. */
const isItself = (path: string): boolean => !/(\[\]|\{\})$/.test(path);

/** Keys that no measured agent knows or uses; the table gives them what holds for their block. */
const notMeasured = /\.(namespace|partition|-)$/;

/** Defaults that the rows do not give as a value, and where the table has them. */
const otherDefaults: readonly (readonly [RegExp, 'unset' | 'default'])[] = [
  [/^cache\.entry_fetch_rate$/, 'unset'],
  [/^log_rotate_duration$/, 'unset'],
  [/checks?(\[\])?\.(h2ping_use_tls|timeout)$/, 'unset'],
  [/^raft_logstore\.backend$/, 'default'],
  [/^watches\[\]\.(handler_type|http_handler_config\.(method|timeout))$/, 'default'],
];

const hasOther = (path: string): boolean => {
  const other = otherDefaults.find(([pattern]) => pattern.test(path));
  return other !== undefined && found(path).option[other[1]] !== undefined;
};

function sameDefault({ path, default: all, defaultServer, defaultClient }: AgentFact): boolean {
  const value = found(path).option.default;
  if (defaultServer === undefined && defaultClient === undefined) {
    return (isZero(all) && isZero(value)) || JSON.stringify(all) === JSON.stringify(value);
  }
  if (!isByRole(value)) return false;
  return value.server === (defaultServer ?? false) && value.client === (defaultClient ?? false);
}

/** Go's zero value, in words or left out. */
const isZero = (value: unknown): boolean =>
  [undefined, null, false, 0, '', '0s'].includes(value as null) ||
  (typeof value === 'object' && Object.keys(value as object).length === 0);
