/** The table of upgrade notes: complete, and each way of learning of a note works. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { discoverMachines } from '../../../src/discovery/machine/machines.ts';
import { decisions, notes } from '../../../src/fix/upgrade/decisions.ts';
import type { Audience } from '../../../src/fix/upgrade/note.ts';
import { ruleIds } from '../../../src/rule-ids.ts';
import type { Node } from '../../../src/subjects/subjects.ts';
import { readerOf } from '../../support/lab.ts';
import { examples } from './examples.ts';
import { headings } from './headings.ts';

const nodesOf = (text: string): readonly Node[] =>
  discoverMachines(['.'], readerOf({ 'consul.hcl': text }), undefined).estates.flatMap(({ nodes }) => nodes);

/** The first patch: a minor alone is its newest one. */
const firstOf = (since: string): string => (since.split('.').length === 2 ? `${since}.0` : since);

test('ids are unique, and rows are in the order of the releases within a line', () => {
  expect(new Set(notes.map(({ id }) => id)).size).toBe(notes.length);
  expect(notes.filter(({ seen }) => seen.length === 0)).toEqual([]);
});

test.each(headings)('the page of upgrades has a row for %s: %s', (minor, heading) => {
  const rows = notes.filter(
    ({ since, title, source }) =>
      source === 'upgrade page' &&
      since.startsWith(minor) &&
      title.toLowerCase().startsWith(heading.toLowerCase()),
  );
  expect(rows.length).toBeGreaterThan(0);
});

test('no row of the page of upgrades is made up', () => {
  const known = headings.map(([minor, heading]) => `${minor} ${heading.toLowerCase()}`);
  const others = notes.filter(
    ({ source, since, title }) =>
      source === 'upgrade page' &&
      !known.some((heading) => {
        const minor = heading.split(' ')[0]!;
        return since.startsWith(minor) && title.toLowerCase().startsWith(heading.slice(minor.length + 1));
      }),
  );
  expect(others.map(({ title }) => title)).toEqual([]);
});

const rules = notes.flatMap(({ seen }) => seen.flatMap((way) => (way.kind === 'rules' ? way.rules : [])));

test.each([...new Set(rules)])('%s is a rule, and has cases', (id) => {
  expect(ruleIds).toContain(id);
  expect(readdirSync(join(import.meta.dirname, '../../rules', id)).length).toBeGreaterThan(1);
});

const placed = notes.flatMap(({ id, since, from, seen }) =>
  seen.flatMap((way) => (way.kind === 'place' ? [{ id, since, from, message: way.message }] : [])),
);

test('every sentence with a place has an example, and no other', () => {
  expect(Object.keys(examples).sort()).toEqual([...new Set(placed.map(({ id }) => id))].sort());
});

test.each(placed)('upgrade reports $id at its place: $message', ({ id, since, from = '1.9', message }) => {
  const { concerned, others = [], path } = examples[id]!.find((example) => message.startsWith(example.says))!;
  const saying = (text: string) =>
    decisions(nodesOf(`data_dir = "/d"\n${text}\n`), from, since).filter(
      (found) => found.message === message,
    );
  const found = saying(concerned);
  expect(found.map(({ place }) => place?.path)).toEqual([path]);
  for (const text of others) expect(saying(text).filter(({ place }) => place)).toEqual([]);
  // No agent that is past the release concerns it any more.
  expect(
    decisions(nodesOf(`data_dir = "/d"\n${concerned}\n`), since, '2.1').filter(
      (one) => one.since === since && one.message === message,
    ),
  ).toEqual([]);
});

test('the template of a bootstrap is an escape hatch too', () => {
  const text = 'service { name = "a" proxy { config { envoy_bootstrap_json_tpl = "{}" } } }';
  const found = decisions(nodesOf(`data_dir = "/d"\n${text}\n`), '1.9', '1.10');
  expect(found.flatMap(({ place }) => place?.path ?? [])).toContain(
    'services[0].proxy.config.envoy_bootstrap_json_tpl',
  );
});

const audiences: Readonly<Record<Audience, { readonly there: string; readonly not: string | undefined }>> = {
  everyone: { there: '', not: undefined },
  mesh: { there: '', not: 'connect { enabled = false }' },
  acl: { there: 'acl { enabled = true }', not: '' },
  enterprise: { there: 'license_path = "/l"', not: '' },
  servers: { there: 'server = true', not: '' },
};

const general = notes.flatMap(({ id, since, from, seen }) =>
  seen.flatMap((way) => (way.kind === 'all' ? [{ id, since, from, ...way }] : [])),
);

test.each(general)('upgrade reports to $audience: $id', ({ since, from = '1.9', audience, message }) => {
  const { there, not } = audiences[audience];
  const isReported = (text: string) =>
    decisions(nodesOf(`data_dir = "/d"\nports { http = -1 }\n${text}\n`), from, firstOf(since)).some(
      (found) => found.message === message,
    );
  expect(isReported(there)).toBe(true);
  if (not !== undefined) expect(isReported(not)).toBe(false);
});

test('a fault of some patches is reported to those who upgrade to one of them', () => {
  const faults = notes.filter(({ fixed }) => fixed !== undefined);
  expect(faults.length).toBeGreaterThan(10);
  for (const { since, fixed, seen } of faults) {
    const messages = seen.flatMap((way) => ('message' in way ? [way.message] : []));
    const later = decisions(
      nodesOf('license_path = "/l"\nconnect { ca_provider = "vault" }\n'),
      '1.9',
      fixed!,
    );
    expect(later.filter((found) => found.since === since && messages.includes(found.message))).toEqual([]);
  }
});
