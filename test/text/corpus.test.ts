/** Thousands of inputs with the real parsers' answers; `npm run corpus` prints the same as a table. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCases } from '../../scripts/corpus/case.ts';
import { type CorpusFormat, check } from '../../scripts/corpus/check.ts';

const corpus = (name: string) =>
  readCases(readFileSync(join(import.meta.dirname, '../corpus/text', `${name}.jsonl`), 'utf8'));

function differing(format: CorpusFormat, consul: string): string[] {
  return corpus(format).flatMap((one) => {
    const wrong = Object.entries(check(one, format, consul)).filter(([, agrees]) => !agrees);
    return wrong.map(([aspect]) => `${one.id}: ${aspect}`);
  });
}

describe('the corpus', () => {
  test.each(['1.16', '1.20'])('HCL is read as Consul %s reads it', (consul) => {
    expect(differing('hcl', consul)).toEqual([]);
  });

  test('JSON is read as encoding/json reads it', () => {
    expect(differing('json', '1.20')).toEqual([]);
  });

  test('holds what it should', () => {
    expect(corpus('hcl').length).toBe(3776);
    expect(corpus('json').length).toBe(413);
  });
});
