/**
 * Hosts → manifest → hosts: what `init --from` writes renders every node as it was. Compared is what `merge --defaults`
 * prints of it: all files and flags merged, old keys in new ones, defaults filled in.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { discover } from '../../../src/discovery/discover.ts';
import { hostsOf } from '../../../src/import/hosts.ts';
import { minorOf } from '../../../src/options/releases/versions.ts';
import type { Node } from '../../../src/subjects/subjects.ts';
import { manifests } from '../../render/manifests.ts';
import { type Case, readCases } from '../../rules/cases.ts';
import { readerOf } from '../../support/lab.ts';
import { repository, run } from '../../support/run.ts';
import { tripOf } from './in-memory.ts';
import { effectiveConfigs, readNodes, writeTree } from './trees.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

/** What each node ran with, and what it runs with after; with the findings of `init`. */
async function roundTrip(from: string, paths: readonly string[], consul: string) {
  const before = effectiveConfigs(await readNodes(from, paths, consul));
  const made = await run(
    [
      'init',
      '--from',
      ...paths,
      '--consul',
      consul,
      '--save-secrets',
      '--out',
      'made/cluster.yaml',
      '--force',
    ],
    { cwd: from },
  );
  if (made.code !== 0) throw new Error(made.stderr);
  const rendered = await run(['render', 'made/cluster.yaml', '--out', 'made/out', '--no-lint'], {
    cwd: from,
  });
  if (rendered.code !== 0) throw new Error(rendered.stderr);
  const after = effectiveConfigs(await readNodes(from, ['made/out'], consul));
  return { before, after, reported: made.stderr };
}

/** No unit could give an agent the right to write at such a place, or it is shared by all accounts. */
const isStrange = (config: unknown): boolean => {
  const { data_dir, log_file, pid_file, addresses } = config as WithPaths;
  const sockets = Object.values(addresses ?? {}).flatMap((value) => value.match(/(?<=^unix:\/\/).+/) ?? []);
  const created = [log_file, pid_file, ...sockets];
  return (
    created.some((path) => path !== undefined && isShared(path)) ||
    [data_dir, ...created].some((path) => path !== undefined && path !== '' && !path.startsWith('/'))
  );
};

interface WithPaths {
  readonly data_dir?: string;
  readonly log_file?: string;
  readonly pid_file?: string;
  readonly addresses?: Readonly<Record<string, string>>;
}

const isShared = (path: string): boolean => /^\/(?:tmp|var\/tmp|dev\/shm)\/|^\/srv\/[^/]+$/.test(path);

/** Cases that no agent of a known release reads are nothing to take over, nor are copies of one host. */
const readable = (found: Case): boolean =>
  hostsOf(discovered(found)).findings.length === 0 &&
  minorOf(found.consul ?? '1.20') !== undefined &&
  discovered(found).every(({ findings }) => findings.every(({ severity }) => severity !== 'error'));

const discovered = ({ files, paths, consul }: Case): readonly Node[] =>
  discover(paths, readerOf(files, consul ?? '1.20')).estates.flatMap(({ nodes }) => nodes);

/** About directories that `render` does not give to an agent. */
const isOfDirectories = ({ rule }: Case): boolean =>
  /^(?:storage\/data-dir-of-other|unit\/file-in-system-directory)$/.test(rule);

const cases = readCases()
  .filter(({ near, rule, validate }) => !validate && (rule === 'clean' || near.length > 0))
  .filter((found) => readable(found) && !isOfDirectories(found));

describe('trees of the corpus', () => {
  test('are many', () => expect(cases.length).toBeGreaterThan(120));
  test.each(cases.map((found) => [found.name, found] as const))('%s', (_name, found) => {
    const { before, after, findings } = tripOf(discovered(found), found.consul ?? '1.20');
    const reported = findings.map(({ rule }) => rule);
    if ([...before.values()].some(isStrange)) return expect(reported).toContain('import/refused');
    expect(after).toEqual(before);
    expect(reported).not.toContain('import/not-kept');
    expect(reported).not.toContain('import/refused');
  });
});

test.each([
  ['a rendered tree', 'three-servers-rendered-tree'],
  ['flags of a unit', 'unit-with-flags'],
  ['nodes that the settings tell', 'settings-each'],
  ['two datacenters', 'two-datacenters'],
])('on disk: %s', async (_what, name) => {
  const found = cases.find((other) => other.name.endsWith(`/${name}`))!;
  writeTree(cwd, found.files);
  const { before, after, reported } = await roundTrip(cwd, found.paths, '1.20');
  expect(after).toEqual(before);
  expect(reported).not.toMatch(/init\/(?:not-kept|refused)/);
});

const examples = readdirSync(join(repository, 'examples')).filter((name) =>
  existsSync(join(repository, 'examples', name, 'out')),
);

test.each(examples)('the example %s', async (name) => {
  cpSync(join(repository, 'examples', name, 'out'), join(cwd, 'out'), { recursive: true });
  const { before, after } = await roundTrip(cwd, ['out'], '1.20');
  expect(before.size).toBeGreaterThan(2);
  expect(after).toEqual(before);
});

test('random manifests', async () => {
  await fc.assert(
    fc.asyncProperty(manifests, async (manifest) => {
      rmSync(cwd, { recursive: true, force: true });
      writeTree(cwd, { 'cluster.yaml': withKnownSecrets(manifest) });
      const env = {
        A: 'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=',
        B: 'b0000000-0000-4000-8000-000000000000',
      };
      const rendered = await run(['render', 'cluster.yaml', '--out', 'hosts', '--no-lint'], { cwd, env });
      if (rendered.code !== 0) throw new Error(rendered.stderr);
      const { before, after } = await roundTrip(cwd, ['hosts'], String(manifest.consul));
      expect(after).toEqual(before);
    }),
    { numRuns: 25 },
  );
}, 120_000);

/** A gossip key, and for every other secret a token that is there or can be made. */
const withKnownSecrets = (manifest: object): string =>
  JSON.stringify(manifest, (name, value) => {
    if (name === 'encrypt') return { env: 'A' };
    const reference = typeof value === 'object' && value !== null ? Object.keys(value).join() : '';
    if (reference === 'file') return { generate: value.file };
    return reference === 'env' || reference === 'command' ? { env: 'B' } : value;
  });
