/** Every rule's bad example breaks it, and its good example does not. */
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/rules/catalog.ts';
import { brief, lintFiles } from '../support/lab.ts';

const rules = (await loadCatalog()).filter(({ docs }) => docs.bad);

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const settings = {
    profiles: rule.profile ? [rule.profile] : [],
    ...(rule.preset && { preset: rule.preset }),
  };
  const of = (files: Readonly<Record<string, string>>) =>
    lintFiles(files, settings, rule.docs.consul).filter((found) => found.rule === id);

  it('reports its bad example', () => {
    expect(of(rule.docs.bad ?? {})).not.toEqual([]);
  });

  it('is silent on its good example', () => {
    expect(brief(of(rule.docs.good ?? {}))).toEqual([]);
  });

  it('says what it is in whole sentences', () => {
    const { summary, rationale } = rule.docs;
    expect(summary).toMatch(/^\w.*\.$/s);
    expect(rationale).toMatch(/^.*[.)]$/s);
  });
});
