/** The library reports what the command reports: the same findings, byte for byte in JSON. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as library from '../../src/index.ts';
import * as node from '../../src/node.ts';
import { changed, healthy, replay } from '../support/replay.ts';
import { run, runHere } from '../support/run.ts';

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-same-'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const server = (name: string, more = '') => `node_name = "${name}"
server = true
bootstrap_expect = 3
data_dir = "/var/lib/consul"
bind_addr = "10.0.0.${name.at(-1)}"
retry_join = ["10.0.0.1", "10.0.0.2", "10.0.0.3"]
${more}`;

const unit =
  '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d -bind=10.0.0.9\nUser=consul\n';

const given: Readonly<Record<string, library.Files>> = {
  'one file': { 'consul.hcl': server('s1', 'data_dri = "/x"\nacl_datacenter = "dc1"\n') },
  'several files of one agent': {
    'consul.hcl': server('s1'),
    'web.json': '{ "service": { "name": "web", "port": 80, "tags": "a,b" } }',
  },
  'a file that cannot be read': { 'consul.hcl': 'server = \n}\n' },
  'settings and an ignore': {
    'consul.hcl': server('s1', '# consul-cfg-ignore gossip/unencrypted: laboratory\n'),
    'consul-cfg.yaml': 'consul: 1.16\nrules: { gossip/unencrypted: error }\n',
  },
  'a tree of nodes': {
    's1/etc/consul.d/consul.hcl': server('s1'),
    's2/etc/consul.d/consul.hcl': server('s2', 'encrypt = "pUqJrVyVRj5jsiYEkM/tFQYfWyJIv4s3XkvDwy7Cu5s="\n'),
    's3/etc/consul.d/consul.hcl': server('s3'),
    's3/etc/systemd/system/consul.service': unit,
  },
};

function put(files: library.Files, name: string): string {
  const directory = join(cwd, name.replaceAll(' ', '-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  return directory;
}

/** Without what the caller of the library knows: which release of it runs, and with which rules. */
async function jsonOf(args: readonly string[], directory: string) {
  const { stdout } = await run([...args, '--format', 'json'], { cwd: directory });
  const { program, rules, ...report } = JSON.parse(stdout);
  expect(program).toMatch(/^consul-cfg \d/);
  if (args[0] === 'lint') expect(rules.preset).toBe('recommended');
  return report;
}

describe.each(Object.entries(given))('%s', (name, files) => {
  test('lint', async () => {
    const directory = put(files, name);
    const command = await jsonOf(['lint', '.'], directory);
    expect(await node.lint('.', { cwd: directory })).toEqual(command);
    const { findings, summary } = await library.lint(files);
    expect(findings).toEqual(command.findings);
    expect(summary.files).toBe(command.summary.files);
  });

  test('every report format', async () => {
    const directory = put(files, name);
    const report = await node.lint('.', { cwd: directory });
    for (const format of ['pretty', 'json', 'compact', 'github', 'junit', 'html', 'sarif'] as const) {
      const { stdout } = await run(['lint', '.', '--format', format], { cwd: directory, columns: 120 });
      expect(await library.formatFindings(report, format), format).toBe(stdout);
    }
  });
});

const agents = Object.entries(given).filter(
  ([, files]) => !Object.keys(files).some((file) => file.includes('/')),
);

describe.each(agents)('of one agent, %s', (name, files) => {
  const configs = Object.fromEntries(Object.entries(files).filter(([file]) => !file.endsWith('.yaml')));

  test('validate and check', async () => {
    const directory = put(configs, `${name} alone`);
    for (const consul of ['1.16', '2.1']) {
      const names = Object.keys(configs).sort();
      const verdict = await library.validate(configs, { consul });
      const command = await jsonOf(['validate', '--consul', consul, ...names], directory);
      expect({ findings: verdict.findings, summary: verdict.summary }).toEqual({
        findings: command.findings,
        summary: command.summary,
      });
      expect(library.isAccepted(verdict)).toBe(
        (await run(['validate', '--consul', consul, '.'], { cwd: directory })).code === 0,
      );
      expect(await node.validate(names, { consul, cwd: directory })).toEqual({
        ...verdict,
        verdicts: [{ release: consul, accepted: verdict.accepted }],
        withoutConfiguration: [],
      });
      const checked = await jsonOf(['check', '--consul', consul, ...names], directory);
      expect(await library.check(configs, { consul })).toEqual(checked);
      expect(await node.check(names, { consul, cwd: directory })).toEqual(checked);
    }
  });
});

const good = {
  'consul.hcl': server('s1'),
  'web.json': '{ "service": { "name": "web", "port": 80 } }',
};

test('merge: the configuration, both languages and origins', async () => {
  const directory = put(good, 'merge');
  const merged = library.merge(good, { consul: '1.20' });
  const print = async (...args: string[]) =>
    (await run(['merge', 'consul.hcl', 'web.json', '--consul', '1.20', ...args], { cwd: directory })).stdout;
  expect(merged.hcl).toBe(await print());
  expect(merged.json).toBe(await print('--to', 'json'));
  expect(merged.origins).toEqual(JSON.parse(await print('--origins', '--to', 'json')));
  expect(merged.config).toEqual(JSON.parse(merged.json));
  expect(node.merge(['consul.hcl', 'web.json'], { consul: '1.20', cwd: directory })).toEqual(merged);
});

test('compare', async () => {
  const after = { ...good, 'consul.hcl': server('s1', 'log_level = "DEBUG"\nports { http = 8501 }\n') };
  const directory = cwd;
  put(good, 'before');
  put(after, 'after');
  const command = await run(['compare', '--json', '--consul', '1.20', 'before', 'after'], { cwd: directory });
  const expected = JSON.parse(command.stdout);
  expect(library.compare(good, after, { consul: '1.20' })).toEqual(expected);
  expect(node.compare('before', 'after', { consul: '1.20', cwd: directory })).toEqual(expected);
  expect(expected.effort).toBe('rolling');
});

test('fix and upgrade give the texts that the command writes', async () => {
  const files = { 'consul.hcl': server('s1', 'acl_datacenter = "dc1"\n') };
  const directory = put(files, 'fix');
  const fixed = await library.fix(files, { consul: '1.20' });
  const inPlace = await node.fix('.', { consul: '1.20', cwd: directory });
  expect(inPlace.files).toEqual(fixed.files);
  const upgraded = await library.upgrade(files, { from: '1.10', to: '1.20' });
  expect(upgraded.files['consul.hcl']).toContain('primary_datacenter');
  expect(upgraded.decisions.length).toBeGreaterThan(0);
  expect(await node.upgrade('.', { from: '1.10', to: '1.20', cwd: directory })).toEqual(upgraded);
  expect((await run(['lint', '--fix', '--consul', '1.20', '.'], { cwd: directory })).stderr).toContain(
    'fixed',
  );
  const { readFileSync } = await import('node:fs');
  expect(readFileSync(join(directory, 'consul.hcl'), 'utf8')).toBe(fixed.files['consul.hcl']);
});

test('format and convert', async () => {
  const text = 'server=true\nports { http=8500 }\n';
  const stdin = Buffer.from(text);
  expect(library.format(text).text).toBe((await run(['fmt', '-'], { stdin })).stdout);
  const converted = await library.convert(text, { from: 'hcl', to: 'json' });
  expect(converted.text).toBe((await run(['convert', '-', '--from', 'hcl'], { stdin })).stdout);
  const { problems } = library.format('a = ', { file: 'a.hcl' });
  expect(problems).toEqual([expect.objectContaining({ file: 'a.hcl', line: 1, column: 1 })]);
});

test('explain, rules and options', async () => {
  const print = async (name: string) => JSON.parse((await run(['explain', name, '--json'])).stdout);
  expect(await library.explain('ports.grpc_tls')).toEqual({
    kind: 'option',
    options: [await print('ports.grpc_tls')],
  });
  expect(await library.explain('option/unknown')).toEqual({
    kind: 'rule',
    rule: await print('option/unknown'),
    renamed: false,
  });
  expect(await library.explain('option/unknwn')).toEqual({ kind: 'unknown', nearestRule: 'option/unknown' });
  expect(library.rules.find(({ id }) => id === 'option/unknown')).toEqual(await print('option/unknown'));
  expect(library.options.find(({ path }) => path === 'ports.grpc_tls')?.docs).toBe(
    (await print('ports.grpc_tls')).docs,
  );
});

test('formatFiles and convertFile give what fmt and convert print', async () => {
  const directory = put({ 'ugly.hcl': 'server=true\n', 'notes.yaml': 'services: {}\n' }, 'texts');
  const [formatted] = await node.formatFiles('ugly.hcl', { cwd: directory });
  expect(formatted).toMatchObject({ file: 'ugly.hcl', changed: true, problems: [] });
  expect(formatted?.text).toBe((await run(['fmt', 'ugly.hcl'], { cwd: directory })).stdout);
  const converted = await node.convertFile('ugly.hcl', { from: 'hcl', to: 'json', cwd: directory });
  expect(converted.text).toBe((await run(['convert', 'ugly.hcl'], { cwd: directory })).stdout);
  const foreign = await node.convertFile('notes.yaml', { from: 'yaml', to: 'hcl', cwd: directory });
  const { stderr } = await run(['convert', 'notes.yaml'], { cwd: directory });
  expect('foreign' in foreign && stderr.includes(foreign.foreign!)).toBe(true);
});

test('validateEach gives a verdict for each path', async () => {
  const directory = put(good, 'each');
  const verdicts = [];
  for await (const verdict of node.validateEach(['consul.hcl', 'web.json'], { cwd: directory }))
    verdicts.push({ path: verdict.path, accepted: verdict.accepted });
  const { stdout } = await run(['validate', '--each', 'consul.hcl', 'web.json'], { cwd: directory });
  const printed = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(verdicts).toEqual(printed.map(({ path, exit }) => ({ path, accepted: exit === 0 })));
  expect(verdicts.map(({ accepted }) => accepted)).toContain(false);
});

test('explainGrouping says what lint --explain-grouping prints', async () => {
  const directory = put({ 's1/etc/consul.d/consul.hcl': server('s1') }, 'grouping');
  const { lines, failures } = await node.explainGrouping('.', { cwd: directory });
  const { stdout } = await run(['lint', '.', '--explain-grouping'], { cwd: directory });
  expect(`${lines.join('\n')}\n`).toBe(stdout);
  expect(failures).toEqual([]);
  const nothing = await node.explainGrouping('nothing', { cwd: directory });
  expect(nothing.failures).toMatchObject([{ kind: 'missing', path: 'nothing', reason: 'does not exist' }]);
});

test('a baseline hides what it holds, and a report keeps the rest', async () => {
  const directory = put({ 'consul.hcl': server('s1', 'data_dri = "/x"\n') }, 'baseline');
  const report = await node.lint('.', { cwd: directory });
  await run(['lint', '.', '--write-baseline', '../known.json'], { cwd: directory });
  expect(node.readBaseline('../known.json', { cwd: directory })).toBe(library.baselineOf(report));
  const others = library.filterReport(report, ({ rule }) => rule !== 'option/unknown');
  expect(others.summary.errors).toBe(report.summary.errors - 1);
  const { findings } = library.newSince(report, library.baselineOf(others));
  expect(findings.map(({ rule }) => rule)).toEqual(['option/unknown']);
  const { stdout } = await run(['lint', '.', '--baseline', '../known.json'], {
    cwd: directory,
    columns: 120,
  });
  const none = library.newSince(report, library.baselineOf(report));
  expect(await library.formatFindings(none, 'pretty')).toBe(stdout);
});

test('explainNodes has the values that render --explain shows', async () => {
  const directory = put({ 'cluster.yaml': 'consul: "1.20"\nservers: [s1]\n' }, 'explained');
  const { nodes } = await node.explainNodes('cluster.yaml', { cwd: directory });
  const { stdout } = await run(['render', 'cluster.yaml', '--explain', 's1'], { cwd: directory });
  expect(nodes.map(({ name, role, consul }) => [name, role, consul])).toEqual([['s1', 'server', '1.20']]);
  expect(stdout.trimEnd().split('\n').slice(2)).toHaveLength(nodes[0]!.values.length);
  for (const { path, from } of nodes[0]!.values)
    expect(stdout).toMatch(
      new RegExp(`^${path.replaceAll('.', '\\.')} = .*# ${from.replace(/[.()]/g, '.')}$`, 'm'),
    );
});

test('doctor reports of running agents what the command reports', async () => {
  const directory = put({ 'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n' }, 'running');
  const agent = await replay(changed(healthy('srv1'), { '/v1/operator/autopilot/health': '<html>' }));
  try {
    const argv = ['doctor', 'cluster.yaml', '--http-addr', agent.address, '--format', 'json'];
    const { stdout, stderr, code } = await runHere(argv, { cwd: directory });
    const { program, rules, ...command } = JSON.parse(stdout);
    const report = await node.doctor('cluster.yaml', { cwd: directory, httpAddr: agent.address, env: {} });
    const { agents, notAsked, notes, ...rest } = report;
    expect(rest).toEqual({ ...command, ...('rules' in rest && { rules }) });
    expect({ code, errors: rest.summary.errors }).toEqual({ code: 1, errors: 1 });
    expect(stderr).toContain(`asked ${agents} agent, and not those of ${notAsked.join(', ')}: `);
    expect(program).toMatch(/^consul-cfg \d/);
  } finally {
    await agent.stop();
  }
});
