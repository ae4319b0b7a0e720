/** Rules of a caller are rules like others: settings and ignores may name them, reports have their docs. */
import { describe, expect, test } from 'vitest';
import { type CustomRule, formatFindings, lint } from '../../src/index.ts';

const named: CustomRule = {
  id: 'acme/named',
  severity: 'error',
  docs: { summary: 'Nodes are called fra-.', rationale: 'The rota takes the site from it.' },
  agent({ name }, report) {
    if (!name.startsWith('fra-')) report({ path: 'node_name', message: `${name} says no site` });
  },
};
const text = 'node_name = "srv1"\nserver = true\n';

const findings = async (source: string, settings?: object, rules = [named]) => {
  const report = await lint({ 'consul.hcl': source }, { rules, settings });
  return report.findings
    .filter(({ rule }) => rule !== 'storage/data-dir')
    .map(({ rule, severity, line, message }) => `${line} ${severity} ${rule}: ${message}`);
};

test('it reports where the option is set', async () => {
  expect(await findings(text)).toEqual(['1 error acme/named: srv1 says no site']);
});

describe('settings', () => {
  test.each([
    ['off', { rules: { 'acme/named': 'off' } }],
    ['off by its subject', { rules: { 'acme/*': 'off' } }],
    ['ignored', { ignore: [{ rule: 'acme/named', reason: 'of old' }] }],
  ])('%s', async (_, settings) => {
    expect(await findings(text, settings)).toEqual([]);
  });

  test('another level', async () => {
    expect(await findings(text, { rules: { 'acme/named': 'info' } })).toEqual([
      '1 info acme/named: srv1 says no site',
    ]);
  });

  test('without the rule its name is unknown, as another one', async () => {
    const settings = { rules: { 'acme/named': 'off' } };
    expect(await findings(text, settings, [])).toEqual([
      expect.stringContaining('settings/invalid: there is no rule acme/named'),
    ]);
    expect(await findings(text, { rules: { 'acme/namd': 'off' } })).toEqual([
      expect.stringContaining('settings/invalid: there is no rule acme/namd'),
      '1 error acme/named: srv1 says no site',
    ]);
  });
});

test('a comment ignores it, and one that ignores nothing is reported as that', async () => {
  const ignore = '# consul-cfg-ignore acme/named: of old\n';
  expect(await findings(ignore + text)).toEqual([]);
  expect(await findings(ignore + text.replace('srv1', 'fra-1'))).toEqual([
    expect.stringContaining('settings/unused-ignore: acme/named reports nothing here'),
  ]);
});

describe('reports have its docs', () => {
  const rulesOf = async (given: Parameters<typeof formatFindings>[0]) =>
    JSON.parse(await formatFindings(given, 'sarif')).runs[0].tool.driver.rules;
  const described = {
    id: 'acme/named',
    help: { text: named.docs.rationale },
    shortDescription: { text: named.docs.summary },
    fullDescription: { text: named.docs.rationale },
    defaultConfiguration: { level: 'error' },
    properties: { precision: 'very-high', tags: ['consul', 'acme'] },
  };

  test('of files, and of some of the findings', async () => {
    const report = await lint({ 'consul.hcl': text }, { rules: [named] });
    expect(await rulesOf(report)).toContainEqual(described);
    expect(await rulesOf(report.findings.filter(({ rule }) => rule === named.id))).toEqual([described]);
    expect(await formatFindings(report, 'html')).toContain(named.docs.rationale);
  });

  test('of an estate', async () => {
    const report = await lint({ consul: '1.20', servers: ['a', 'b', 'c'] }, { rules: [named] });
    expect(await rulesOf(report)).toContainEqual(described);
  });
});

test.each([
  ['of another form', 'acme'],
  ['of the catalogue', 'option/unknown'],
  ['with a subject of the catalogue', 'option/mine'],
])('an id %s is refused', async (_, id) => {
  await expect(lint({ 'consul.hcl': text }, { rules: [{ ...named, id: id as never }] })).rejects.toThrow(
    RangeError,
  );
});

test('two rules of one id are refused, and what a rule throws ends the lint', async () => {
  await expect(lint({ 'consul.hcl': text }, { rules: [named, named] })).rejects.toThrow(
    'two rules have the id',
  );
  const broken: CustomRule = {
    ...named,
    agent: () => {
      throw new Error('a bug of mine');
    },
  };
  await expect(lint({ 'consul.hcl': text }, { rules: [broken] })).rejects.toThrow('a bug of mine');
});
