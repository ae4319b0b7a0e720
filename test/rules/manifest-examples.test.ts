/** The examples of rules about manifests, imports and running agents: the command that reports a rule runs on each. */
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/rules/catalog.ts';
import { type RuleCommand, runCommand } from './commands.ts';

const rules = (await loadCatalog()).filter(({ source }) => ['manifest', 'import', 'live'].includes(source));

/** Secrets are read by `render` only. */
function commandOf(id: string, source: string): RuleCommand {
  if (source === 'import') return 'import';
  if (source === 'live') return 'doctor';
  return id === 'manifest/secret' ? 'render' : 'manifest';
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, { source, docs }) => {
  const command = commandOf(id, source);
  const reports = (text: string): boolean => text.split('\n').some((line) => line.endsWith(` ${id}`));

  it('reports its bad example', async () => {
    expect(docs.bad).toBeDefined();
    expect(reports(await runCommand(command, docs.bad ?? {}))).toBe(true);
  });

  it('does not report its good example, which has no error', async () => {
    expect(docs.good).toBeDefined();
    const found = await runCommand(command, docs.good ?? {});
    expect(reports(found)).toBe(false);
    expect(found).not.toMatch(/ error /);
  });

  it('is described in whole sentences', () => {
    expect(docs.summary).toMatch(/^\S.*\.$/s);
    expect(docs.rationale).toMatch(/^.*[.)]$/s);
  });
});
