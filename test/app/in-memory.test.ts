/** Use cases on files that exist in memory only: results and failures are values, nothing is thrown or printed. */
import { expect, test } from 'vitest';
import { check } from '../../src/app/check.ts';
import { compare } from '../../src/app/compare.ts';
import { convert } from '../../src/app/convert/convert.ts';
import { explain } from '../../src/app/explain.ts';
import { isFailed } from '../../src/app/failure.ts';
import { type AgentResult, loadAgent } from '../../src/app/files/agent.ts';
import { filesLibrary } from '../../src/app/files/library.ts';
import { memoryFiles } from '../../src/app/files/memory.ts';
import { formatFiles } from '../../src/app/format.ts';
import { importPaths } from '../../src/app/import.ts';
import { lint } from '../../src/app/lint/lint.ts';
import { upgrade } from '../../src/app/lint/upgrade.ts';
import { mergedText } from '../../src/app/merge/merge.ts';
import { placeholders } from '../../src/app/render/placeholders.ts';
import { render } from '../../src/app/render/render.ts';
import { loadSettings, noSettings } from '../../src/app/settings/load.ts';
import { validate } from '../../src/app/validate.ts';
import type { Agent } from '../../src/model/agent.ts';
import { assumedHost } from '../../src/model/load/host.ts';
import { loadCatalog } from '../../src/rules/catalog.ts';
import { Source } from '../../src/text/source/source.ts';

const server = `server = true
bootstrap_expect = 1
data_dir = "/var/lib/consul"
bind_addr = "10.0.0.1"
acl_datacenter = "dc1"
`;

const contents = {
  '/etc/consul.d/consul.hcl': server,
  '/consul-cfg.yaml': 'rules: { gossip/unencrypted: error, "settings/unused-ignore": off }\n',
  '/cluster.yaml': 'consul: "1.20"\nextends: [base.yaml]\nservers: { a: { address: 10.0.0.1 } }\n',
  '/base.yaml': 'datacenter: dc9\nconfig: { log_level: LOUD }\n',
};

const files = memoryFiles(contents);

async function loaded() {
  const settings = await loadSettings({ files, directory: '/' });
  if (isFailed(settings)) throw new Error('the settings cannot be read');
  return settings;
}

const rulesOf = (findings: readonly { readonly rule: string }[]): string[] =>
  findings.map(({ rule }) => rule);

test('lint finds the nearest settings, and fixes texts without writing them', async () => {
  const input = { paths: ['/etc/consul.d'], files, loaded: await loaded(), release: '1.20' };
  const result = await lint(input, { fix: 'safe' });
  if (isFailed(result)) throw new Error('nothing was read');
  expect(result.files).toBe(1);
  expect(result.findings.find(({ rule }) => rule === 'gossip/unencrypted')?.severity).toBe('error');
  expect(result.fixes?.files.map(({ after }) => after)).toEqual([
    expect.stringContaining('primary_datacenter'),
  ]);
  expect(new TextDecoder().decode(files.read('/etc/consul.d/consul.hcl'))).toBe(server);
});

test('lint of a manifest reads what it extends, from memory too', async () => {
  const result = await lint({ paths: ['/cluster.yaml'], files, loaded: noSettings });
  if (isFailed(result)) throw new Error('nothing was read');
  const level = result.findings.find(({ path }) => path === 'log_level');
  expect(level?.at.source.file).toBe('/base.yaml');
});

test.each([
  ['/none', 'missing'],
  ['/base.yaml/none', 'missing'],
  ['/none.yaml', 'unreadable'],
])('lint of %s fails with a value', async (path, kind) => {
  const result = await lint({ paths: [path], files, loaded: noSettings });
  expect(isFailed(result) && result.failures.map((failure) => [failure.path, failure.kind])).toEqual([
    [path, kind],
  ]);
});

test('settings that do not exist fail with the reason', async () => {
  const result = await loadSettings({ files, directory: '/', path: 'other.yaml' });
  expect(result).toEqual({
    failures: [{ kind: 'unreadable', path: 'other.yaml', why: 'does not exist' }],
  });
});

test('validate gives a verdict for each release', async () => {
  const newer = memoryFiles({ 'a.hcl': `${server}reporting { license { enabled = true } }\n` });
  const input = { paths: ['a.hcl'], files: newer, host: assumedHost, versions: ['1.15', '1.20'] };
  const verdicts = await validate(input);
  expect(verdicts.map(({ version, refused }) => [version, refused])).toEqual([
    ['1.15', true],
    ['1.20', false],
  ]);
});

test('check and format take the files of directories', async () => {
  const input = { paths: ['/etc/consul.d'], files, loaded: noSettings, version: '1.20' };
  expect(await check(input)).toMatchObject({ files: 1 });
  const formatted = await formatFiles(input);
  expect(isFailed(formatted) || formatted[0]?.text).toContain('bootstrap_expect = 1');
  expect(isFailed(await check({ ...input, paths: ['/none'] }))).toBe(true);
  expect(isFailed(await formatFiles({ ...input, paths: ['/none.hcl'] }))).toBe(true);
});

const agentOf = (result: AgentResult): Agent => {
  if (!('agent' in result)) throw new Error('not readable');
  return result.agent;
};

test('merge and compare work on agents that were loaded', () => {
  const version = '1.16';
  const before = agentOf(loadAgent({ paths: ['/etc/consul.d'], files, version }));
  const other = memoryFiles({ 'a.hcl': server.replace('10.0.0.1', '10.0.0.2') });
  const after = agentOf(loadAgent({ paths: ['a.hcl'], files: other, version }));
  expect(mergedText(before, 'json', { defaults: false }).text).toContain('"primary_datacenter": "dc1"');
  const { effort, changes } = compare(before, after);
  expect([effort, changes.map(({ path }) => path)]).toEqual(['rolling', ['bind_addr']]);
  expect(loadAgent({ paths: ['/none'], files, version })).toMatchObject({ failures: [{ path: '/none' }] });
  const broken = memoryFiles({ 'a.hcl': 'server = ' });
  expect(loadAgent({ paths: ['a.hcl'], files: broken, version })).toHaveProperty('refused');
});

test('convert refuses with reasons', async () => {
  const job = (text: string) =>
    convert({ source: new Source('a.hcl', text), from: 'hcl', to: 'json', version: '1.20' });
  expect(await job('server = true')).toMatchObject({ text: '{\n  "server": true\n}\n' });
  expect(await job('server = ')).toHaveProperty('problems');
});

test('upgrade and import refuse manifests with a value', async () => {
  const input = { paths: ['/cluster.yaml'], files, loaded: noSettings, release: '1.20' };
  const failure = { failures: [{ kind: 'manifest', path: '/cluster.yaml' }] };
  expect(await upgrade({ ...input, from: '1.10' })).toEqual(failure);
  expect(await importPaths(input)).toEqual(failure);
  expect(await importPaths({ paths: ['/etc/consul.d'], files, loaded: noSettings })).toEqual({
    releaseUnknown: true,
  });
});

test('render makes files in memory, and findings of a manifest that it refuses', async () => {
  const base = memoryFiles({ ...contents, '/base.yaml': 'datacenter: dc9\n' });
  const rendered = (from: typeof files) =>
    render({
      sources: [new Source('/cluster.yaml', contents['/cluster.yaml'])],
      library: filesLibrary('/cluster.yaml', from),
      resolve: placeholders,
      lint: true,
    });
  const { estate } = await rendered(base);
  expect(estate?.files.map(({ path }) => path)).toContain('a/etc/consul.d/consul.json');
  const { findings } = await rendered(memoryFiles({}));
  expect(rulesOf(findings).join()).toMatch(/^manifest\//);
});

test('explain names the nearest rule for an unknown id', async () => {
  const rules = await loadCatalog();
  expect(explain('tls/none', rules)).toMatchObject({ unknown: 'tls/none', nearestRule: expect.any(String) });
  expect(explain('option/unknown', rules)).toMatchObject({ renamed: false });
  expect(explain('-retry-join', rules)).toHaveProperty('options');
});
