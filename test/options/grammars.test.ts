/**
 * Grammars against `consul validate` of 1.16.4, 1.20.2 and 1.23-dev, which took or refused each of these values: what
 * the agent refuses the grammar refuses and blames on `validate`; what it takes the grammar takes, or blames on others.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { validateValue } from '../../src/options/check.ts';
import type { Kind } from '../../src/options/kinds.ts';
import { findOption } from '../../src/options/lookup.ts';
import { toValue } from '../schema/support/values.ts';
import { type Measured, measured, releases } from './support/facts.ts';

interface Case {
  readonly path: string;
  readonly value: unknown;
  readonly takes: boolean | Readonly<Partial<Record<Measured, boolean>>>;
}

const cases: readonly Case[] = readFileSync(
  join(import.meta.dirname, '../corpus/options/grammars.jsonl'),
  'utf8',
)
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

/** Refused for more than the value's form; agent rules say so. */
const byRule = [
  /^(advertise_addr|recursors\[\]) "\[::\]"$/,
  /^ui_config\.content_path "\/v1\/"$/,
  /^connect\.ca_provider "vault"$/,
  /^check\.interval /,
  /passive_health_check\.(max_ejection_percent|enforcing_consecutive_5xx|interval) /,
  /service-intentions\.sources\[\]\.action ""$/,
  /jwt-provider\.json_web_key_set\.local\.jwks ""$/,
];

test.each(releases)('Consul %s', (release) => {
  const checked = cases.flatMap(({ path, value, takes }) => {
    const taken = typeof takes === 'boolean' ? takes : takes[release];
    return taken === undefined ? [] : [{ name: `${path} ${JSON.stringify(value)}`, path, value, taken }];
  });
  expect(checked.length).toBeGreaterThan(3400);
  const wrong = checked.filter(({ path, value, taken }) => validateTakes(path, value, release) !== taken);
  expect(
    wrong.map(({ name }) => name).filter((name) => !byRule.some((pattern) => pattern.test(name))),
  ).toEqual([]);
});

function validateTakes(path: string, value: unknown, release: Measured): boolean {
  const { kind } = findOption(path)!;
  return (
    validateValue(toValue(value), kind, measured[release]).length === 0 || refusedBy(kind) !== 'validate'
  );
}

const refusedBy = (kind: Kind): string | undefined => ('refusedBy' in kind ? kind.refusedBy : undefined);
