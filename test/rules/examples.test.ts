/**
 * Every rule's bad example breaks it, and its good example does not. Rules that `consul validate` has too are run as
 * `validate` runs them, the others as lint does.
 */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/finding.ts';
import { loadCatalog } from '../../src/rules/catalog.ts';
import { defaultSeverity } from '../../src/rules/rule.ts';
import { brief, type Files, lintFiles, validateFiles } from '../support/lab.ts';

const catalog = await loadCatalog();

/** What is wrong is a path on the command line, which an example has no place for. */
const withoutExamples: ReadonlySet<string> = new Set(['files/path']);

/** Those of manifests and imports: `test/rules/manifest-examples.test.ts`. */
const rules = catalog.filter(
  ({ docs, source }) => docs.bad && !['manifest', 'import', 'live'].includes(source),
);

it('has a reason and examples for every rule', () => {
  const without = catalog.filter(
    ({ id, docs: { rationale, bad, good } }) => !rationale || ((!bad || !good) && !withoutExamples.has(id)),
  );
  expect(without.map(({ id }) => id)).toEqual([]);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const settings = {
    profiles: rule.profile ? [rule.profile] : [],
    ...(rule.preset && { preset: rule.preset }),
  };
  const { bad = {}, good = {}, consul } = rule.docs;
  const of = async (files: Files) => {
    const findings =
      rule.source === 'consul' && ['agent', 'reader'].includes(rule.scope)
        ? await validateFiles(files, consul)
        : lintFiles(files, settings, consul);
    return findings.filter((found) => found.rule === id && !isNote(found));
  };
  /** That a verdict depends on the host breaks nothing. */
  const isNote = ({ severity }: Finding) => severity === 'info' && defaultSeverity(rule) !== 'info';

  it('reports its bad example', async () => {
    expect(await of(bad)).not.toEqual([]);
  });

  it('is silent on its good example', async () => {
    expect(brief(await of(good))).toEqual([]);
  });

  it('has examples without options that Consul does not have', async () => {
    const unknown = [...lintFiles(bad, settings, consul), ...lintFiles(good, settings, consul)].filter(
      (found) => found.rule === 'option/unknown' && id !== 'option/unknown',
    );
    expect(brief(unknown)).toEqual([]);
  });

  it('says what it is in whole sentences', () => {
    const { summary, rationale } = rule.docs;
    expect(summary).toMatch(/^\w.*\.$/s);
    expect(rationale).toMatch(/^.*[.)]$/s);
  });
});
