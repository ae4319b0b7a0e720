/**
 * One fact is one finding: over all cases, examples and configurations of the corpus, two findings of one run are at the
 * same place only where they are about different facts, for a reason that is written down here. What is the same fact is
 * named in `supersedes` of the rule that says more.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { discover } from '../../src/discovery/discover.ts';
import { lint, neededRules } from '../../src/engine/lint.ts';
import { defaultSettings } from '../../src/engine/settings/settings.ts';
import type { Finding } from '../../src/finding.ts';
import { readCases as readCorpus } from '../model/support/cases.ts';
import { type Files, lintFiles, readerOf } from '../support/lab.ts';
import { repository } from '../support/run.ts';
import { readCases, run } from './cases.ts';

interface Reason {
  readonly why: string;
  /** Any two of these. */
  readonly among?: readonly string[];
  /** These two; a rule twice where it reports two faults of one value. */
  readonly pairs?: readonly (readonly [string, string])[];
}

const reasons: readonly Reason[] = [
  {
    why: 'a value that no agent takes, of an option that has no effect: correcting one does not correct the other',
    pairs: [
      ['option/duration', 'option/without-effect'],
      ['option/truncated-number', 'option/without-effect'],
      ['option/listener-off', 'ui/content-path'],
      ['option/listener-off', 'ui/metrics-provider-options'],
    ],
  },
  {
    why: 'each is about another file that the unit keeps the agent from writing',
    pairs: [['unit/file-read-only', 'unit/file-read-only']],
  },
  {
    why: 'each is about another directive that the unit lacks, and the command line is the nearest place',
    among: [
      'unit/config-path',
      'unit/no-limit-nofile',
      'unit/no-reload',
      'unit/no-restart',
      'unit/not-network-online',
      'unit/runs-as-root',
      'unit/stop-counts-as-failure',
      'unit/unhardened',
    ],
  },
  {
    why: 'the flag is in a variable of the unit, and the command line is the nearest place for what the unit lacks as well',
    pairs: [['unit/dev-mode', 'unit/unhardened']],
  },
  {
    why: 'each is about another option that no file sets, and the top of the file is the nearest place',
    among: [
      'address/advertise-detection',
      'address/no-advertise',
      'cluster/acl-differs',
      'cluster/encrypt-differs',
      'cluster/tls-differs',
      'gossip/unencrypted',
      'join/client-alone',
      'join/disconnected',
      'storage/data-dir',
      'storage/volatile-data-dir',
      'telemetry/update-check',
    ],
  },
  {
    why: 'the number of servers is the place of what follows from it: the join list, min_quorum, the number itself',
    among: [
      'join/missing',
      'option/truncated-number',
      'quorum/bootstrap-expecting',
      'quorum/even-bootstrap-expect',
      'quorum/expect-not-server-count',
      'quorum/min-quorum',
    ],
  },
  {
    why: 'the agent itself warns of both',
    pairs: [
      ['quorum/bootstrap-expect-even', 'quorum/bootstrap-expecting'],
      ['quorum/bootstrap-expect-one', 'quorum/bootstrap-mode'],
    ],
  },
  {
    why: 'each is about another member that the object lacks, or another fault of the same value',
    pairs: [
      ['entries/intentions-destination', 'entries/name'],
      ['entries/jwt-provider-keys', 'entries/name'],
      ['extensions/lua', 'extensions/lua'],
      ['extensions/property-override', 'extensions/property-override'],
      ['extensions/wasm', 'extensions/wasm'],
      ['checks/type', 'checks/without-id'],
      ['mesh/primary-gateways', 'mesh/primary-gateways'],
      ['ports/address-in-use', 'ports/address-in-use'],
      ['syntax/invalid', 'syntax/invalid'],
    ],
  },
  {
    why: 'the LAN and the WAN keyring are two files',
    pairs: [
      ['gossip/keyring-differs', 'gossip/keyring-differs'],
      ['gossip/keyring-invalid', 'gossip/keyring-invalid'],
    ],
  },
  {
    why: 'the key is old, and the value is wrong under either name',
    pairs: [
      ['option/deprecated-key', 'option/duration'],
      ['option/deprecated-key', 'tls/cipher-suites'],
      ['option/deprecated-key', 'tls/min-version'],
      ['option/deprecated-key', 'tls/version-word'],
      ['option/deprecated-key', 'ui/dir'],
    ],
  },
  {
    why: 'the value is wrong, and it also replaces one of an earlier file',
    pairs: [
      ['merge/scalar-overridden', 'option/value'],
      ['merge/scalar-overridden', 'storage/data-dir'],
    ],
  },
  {
    why: 'correcting one leaves the other: two independent faults of one value',
    pairs: [
      ['acl/default-allow', 'acl/no-replication-token'],
      ['acl/no-agent-token', 'cluster/acl-differs'],
      ['acl/no-agent-token', 'cluster/auto-encrypt-not-allowed'],
      ['address/client-addr', 'ports/address-in-use'],
      ['checks/scripts-not-enabled', 'checks/without-interval'],
      ['cluster/tls-differs', 'tls/no-hostname-verification'],
      ['gossip/published-key', 'option/value'],
      ['join/too-few-targets', 'join/wrong-port'],
      ['option/unknown', 'syntax/invalid'],
      ['option/value', 'syntax/invalid'],
      ['ports/address-in-use', 'tls/https-without-cert'],
      ['ports/collision', 'tls/https-without-cert'],
      ['storage/data-dir-on-disk', 'storage/volatile-data-dir'],
    ],
  },
];

const pairOf = (a: string, b: string): string => [a, b].sort().join(' + ');

const allowed = new Set(
  reasons.flatMap(({ among = [], pairs = [] }) => [
    ...among.flatMap((a, i) => among.slice(i + 1).map((b) => pairOf(a, b))),
    ...pairs.map(([a, b]) => pairOf(a, b)),
  ]),
);

/** `rule + rule place` of findings that cover the same text. */
function pairsIn(findings: readonly Finding[]): readonly string[] {
  const places = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { source, start, end } = finding.at;
    const place = `${source.file}:${start}-${end}`;
    places.set(place, [...(places.get(place) ?? []), finding]);
  }
  return [...places.values()].flatMap((found) =>
    found.flatMap((a, i) => found.slice(i + 1).map((b) => pairOf(a.rule, b.rule))),
  );
}

const seen = new Set<string>();

/** Pairs without a reason. */
function unexplained(name: string, findings: readonly Finding[]): readonly string[] {
  const pairs = pairsIn(findings);
  for (const pair of pairs) seen.add(pair);
  return pairs.filter((pair) => !allowed.has(pair)).map((pair) => `${name}: ${pair}`);
}

describe('no two findings are about the same fact', { timeout: 300_000 }, () => {
  test('in the cases of rules', async () => {
    const found: string[] = [];
    for (const one of readCases()) found.push(...unexplained(one.name, await run(one)));
    expect(found).toEqual([]);
  });

  test('in the configurations of the corpus', async () => {
    const found: string[] = [];
    for (const { id, files } of readCorpus()) {
      const texts = Object.entries(files).flatMap(([path, text]) =>
        typeof text === 'string' ? [[`etc/consul.d/${path}`, text] as const] : [],
      );
      const { estates } = discover(['.'], readerOf(Object.fromEntries(texts), '1.20'));
      found.push(...unexplained(id, lint(estates, defaultSettings, await neededRules(estates))));
    }
    expect(found).toEqual([]);
  });

  test('in the rendered examples', () => {
    const folder = join(repository, 'examples');
    const examples = readdirSync(folder).filter((name) => readFilesIn(join(folder, name)) !== undefined);
    expect(examples.length).toBeGreaterThan(2);
    expect(
      examples.flatMap((name) =>
        unexplained(name, lintFiles(readFilesIn(join(folder, name))!, { preset: 'strict' })),
      ),
    ).toEqual([]);
  });

  test('and no reason is for a pair that never occurs', () => {
    const pairs = reasons.flatMap(({ pairs = [] }) => pairs.map(([a, b]) => pairOf(a, b)));
    expect(pairs.filter((pair) => !seen.has(pair))).toEqual([]);
  });
});

function readFilesIn(example: string): Files | undefined {
  const out = join(example, 'out');
  const paths = readdirSync(example, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath.startsWith(out))
    .map((entry) => join(entry.parentPath, entry.name));
  if (paths.length === 0) return undefined;
  return Object.fromEntries(
    paths.map((path) => [relative(out, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}
