/** The JSON report against the schema that ships with it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/finding.ts';
import { json } from '../../src/report/json.ts';
import { Source } from '../../src/text/source/source.ts';
import { repository } from '../support/run.ts';

const schema = JSON.parse(readFileSync(join(repository, 'schemas/report.schema.json'), 'utf8'));
const validate = new Ajv2020({ allErrors: true }).compile(schema);

const source = new Source('a.hcl', 'server = true\nbootstrap_expect = 4\n');
const full: Finding = {
  rule: 'quorum/even-bootstrap-expect',
  severity: 'error',
  message: 'Write 3 or 5.',
  at: source.span(14, 34),
  path: 'bootstrap_expect',
  fix: { title: 'write 3', safe: true, edits: [{ source, start: 33, end: 34, text: '3' }] },
  related: [{ at: source.span(0, 13), message: 'a server' }],
};
const { fix: _fix, related: _related, path: _path, ...bare } = full;

const report = (findings: readonly Finding[]): Record<string, unknown> =>
  JSON.parse(json({ findings, files: 1 }, { colour: false, width: 80 }));

describe.each([
  ['nothing', []],
  ['all that a finding can hold', [full]],
  ['the least', [bare]],
  ['an empty file', [{ ...bare, at: new Source('', '').span(0, 0) }]],
])('%s', (_name, findings) => {
  test('is valid', () => {
    validate(report(findings));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('holds nothing that the schema does not describe', () => {
    const strict = new Ajv2020({ allErrors: true }).compile(closed(schema));
    strict(report(findings));
    expect(strict.errors ?? []).toEqual([]);
  });
});

test('the schema notices a mistake', () => {
  expect(validate({ ...report([full]), version: 2 })).toBe(false);
  expect(validate(report([{ ...full, rule: 'no id' as never }]))).toBe(false);
});

/** The same schema, refusing every property that it does not name. */
function closed(node: unknown): Record<string, unknown> {
  const copy = structuredClone(node) as Record<string, unknown>;
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('properties' in value) Object.assign(value, { additionalProperties: false });
    for (const child of Object.values(value)) visit(child);
  };
  visit(copy);
  return { ...copy, $id: 'closed' };
}
