/**
 * What `check` says that an agent does with a value, against what real agents did: `consul validate` of 1.16.4 and 1.20.2
 * was asked of bad values of every grammar that it does not check itself, or checks in part, and of the others before.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { schemaFindings } from '../../src/schema/findings.ts';
import type { ObjectValue } from '../../src/text/tree/value.ts';
import { type Measured, measured, releases } from '../options/support/facts.ts';
import { toValue } from './support/values.ts';

interface Case {
  readonly path: string;
  readonly value: unknown;
  readonly takes: boolean | Readonly<Partial<Record<Measured, boolean>>>;
}

const casesIn = (file: string): readonly Case[] =>
  readFileSync(join(import.meta.dirname, '../corpus/options', file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** `services[].check.status` as a configuration; map values have any key. */
function configOf(path: string, value: unknown): ObjectValue {
  const plain = path.split('.').reduceRight<unknown>((inner, part) => {
    const [name, ...holders] = part.split(/(?=\[\]|\{\})/);
    const held = holders.reduceRight<unknown>(
      (item, holder) => (holder === '[]' ? [item] : { k: item }),
      inner,
    );
    return name === '{}' ? { k: held } : { [name!]: held };
  }, value);
  return toValue(plain) as ObjectValue;
}

const saysThatValidatePasses = /`consul validate` passes it|the agent takes it/;
const saysThatItIsRefused = /the agent refuses anything else/;

/** What is said of the option itself: around it other things may be missing. */
function reported({ path, value }: Case, release: Measured): string {
  const last = path
    .replace(/\[\]|\.?\{\}/g, '')
    .split('.')
    .at(-1)!;
  return schemaFindings(configOf(path, value), measured[release])
    .filter((finding) => finding.rule === 'option/value' && finding.path?.includes(last))
    .map(({ message }) => message)
    .join('\n');
}

const falsehoods = (cases: readonly Case[], release: Measured): string[] =>
  cases.flatMap((one) => {
    const taken = typeof one.takes === 'boolean' ? one.takes : one.takes[release];
    const wrong = taken === undefined ? undefined : taken ? saysThatItIsRefused : saysThatValidatePasses;
    const text = reported(one, release);
    return wrong?.test(text) ? [`${one.path} ${JSON.stringify(one.value)}: ${text}`] : [];
  });

test.each(releases)(
  'Consul %s: no sentence is false of values that only the starting agent checks',
  (release) => {
    const cases = casesIn('late.jsonl');
    expect(cases.length).toBeGreaterThan(350);
    expect(cases.filter((one) => reported(one, release) !== '').length).toBeGreaterThan(350);
    expect(falsehoods(cases, release)).toEqual([]);
  },
);

test.each(releases)('Consul %s: nor of those that are refused at once', (release) => {
  expect(
    falsehoods(
      casesIn('grammars.jsonl').filter(({ path }) => !path.includes('-')),
      release,
    ),
  ).toEqual([]);
});

test('a key that is no base64 is refused by both, one of three bytes by the starting agent', () => {
  const of = (encrypt: string): string => schemaFindings(configOf('encrypt', encrypt), '1.20')[0]!.message;
  expect(of('abc')).toContain('the agent refuses anything else');
  expect(of('YWJj')).toContain('`consul validate` passes it');
  expect(of('YWJj\n')).toContain('`consul validate` passes it');
});
