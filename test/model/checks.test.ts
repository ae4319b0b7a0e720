/** What holds of every check, and of every finding that they make over the corpus. */
import { beforeAll, describe, expect, test } from 'vitest';
import { runAgentRules } from '../../src/engine/agent-rules.ts';
import { validateAgent } from '../../src/engine/validate.ts';
import { assumedHost } from '../../src/model/load/host.ts';
import { agent as root } from '../../src/options/agent.ts';
import { findOption, inherits, walk } from '../../src/options/lookup.ts';
import { consulRules, loadCatalog, loadEntryRules } from '../../src/rules/catalog.ts';
import type { AgentRule } from '../../src/rules/rule.ts';
import { agentOf } from './support/agent.ts';
import { readCases } from './support/cases.ts';
import { type Checked, verdictOf } from './support/verdict.ts';

const checks = [...consulRules, ...(await loadEntryRules())];
const ofAgent: ReadonlySet<string> = new Set(checks.map(({ id }) => id));

describe('the checks', () => {
  test('have ids that nothing else has', async () => {
    const ids = (await loadCatalog()).map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  test.each(checks)('$id says what it is about', ({ docs, options, runWhenUnset }) => {
    expect(docs.summary).toMatch(/^[A-Z`a-z].*[.]$/s);
    expect(options.length > 0 || runWhenUnset).toBe(true);
  });

  test.each(consulRules)('$id names options of the table', ({ options }) => {
    const unknown = options.filter((path) => !findOption(path.replace(/\.\{\}$/, '')));
    expect(unknown).toEqual([]);
  });
});

const cases = readCases();

describe('over the corpus', () => {
  const checked: Checked[] = [];

  beforeAll(async () => {
    for (const subject of cases)
      checked.push((await verdictOf(subject, '1.20')) ?? (await verdictOf(cases[0]!, '1.20'))!);
  });

  test('every finding has a place in its file, and a path', () => {
    const astray = checked.flatMap(({ findings }) =>
      findings.filter(({ at, path, rule, related = [] }) => {
        const places = [at, ...related.map((other) => other.at)];
        const isIn = places.every(
          ({ source, start, end }) => start >= 0 && start <= end && end <= source.text.length,
        );
        return !isIn || (ofAgent.has(rule) && path === undefined);
      }),
    );
    expect(astray).toEqual([]);
  });

  test('a finding is at the value that it names, in it, or at its key', () => {
    const astray = checked.flatMap(({ agent, findings }) =>
      findings.filter(({ at, path, rule }) => {
        const value = path === undefined ? undefined : agent.config.get(path);
        if (!ofAgent.has(rule) || !value || agent.files.length !== 1) return false;
        const between = value.source.text.slice(at.end, value.start);
        const isKey = at.end <= value.start && /^"?\s*[:=]?\s*\[?$/.test(between);
        return !isKey && (at.start < value.start || at.end > value.end);
      }),
    );
    expect(astray.map(({ rule, path }) => [rule, path])).toEqual([]);
  });

  test('every message says something of its own', () => {
    const messages = checked.flatMap(({ findings }) => findings.map(({ message }) => message));
    const ownWords = messages.map((message) => message.replace(/`[^`]*`|"[^"]*"/g, ''));
    expect(ownWords.filter((message) => /undefined|\[object|NaN/.test(message))).toEqual([]);
    expect(messages.filter((message) => message.length < 20 || message.endsWith('.'))).toEqual([]);
  });

  test('five runs find the same in the same order', async () => {
    for (const { agent, host, findings } of checked.slice(0, 300)) {
      for (let run = 0; run < 5; run++) expect(await validateAgent(agent, host)).toEqual(findings);
    }
  });

  test('checks that are left out for want of their options would find nothing', () => {
    const eager = checks.map((check): AgentRule => ({ ...check, runWhenUnset: true }));
    const key = ({ rule, at, message }: Checked['findings'][number]) => `${rule} ${at.start} ${message}`;
    for (const { agent, host } of checked) {
      const found = runAgentRules(agent, checks, host).map(key).sort();
      expect(runAgentRules(agent, eager, host).map(key).sort()).toEqual(found);
    }
  });
});

test('no message shows a secret', async () => {
  const marker = 'zq7-Marker!zq7';
  const paths: string[] = [];
  walk(root, (found) => {
    if (inherits.secret(found) && found.kind.shape === 'string' && !found.path.includes('config_entries'))
      paths.push(found.path);
  });
  expect(paths.length).toBeGreaterThan(15);
  for (const path of paths) {
    const config = nested(path.replaceAll('.{}', '.x').split('.'), marker);
    const agent = agentOf({ 'a.json': JSON.stringify({ server: true, ...config }) });
    const findings = await validateAgent(agent, assumedHost);
    expect(findings.filter(({ message }) => message.includes('zq7'))).toEqual([]);
  }
});

test('words that every object has from its prototype are words like others', async () => {
  const paths: string[] = [];
  walk(root, ({ kind, path }) => {
    if (kind.shape === 'string' && !path.includes('config_entries')) paths.push(path);
  });
  expect(paths.length).toBeGreaterThan(150);
  const reasonOf = async (word: string): Promise<unknown[]> => {
    const reported: unknown[] = [];
    for (const path of paths) {
      const config = nested(path.replaceAll('.{}', '.x').split('.'), word);
      const agent = agentOf({ 'a.json': JSON.stringify({ server: true, ...config }) });
      reported.push([path, (await validateAgent(agent, assumedHost)).map(({ rule }) => rule)]);
    }
    return reported;
  };
  expect(await reasonOf('constructor')).toEqual(await reasonOf('constructed'));
  expect(await reasonOf('1constructor')).toEqual(await reasonOf('1constructed'));
  expect(await reasonOf('__proto__')).toEqual(await reasonOf('__model__'));
});

/** `services[].token` → `{ services: [{ token: … }] }` */
function nested([step, ...rest]: readonly string[], value: unknown): Record<string, unknown> {
  const inner = rest.length > 0 ? nested(rest, value) : value;
  const name = step!.replaceAll('[]', '');
  return { [name]: step!.endsWith('[]') ? [inner] : inner };
}
