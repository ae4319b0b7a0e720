/** No secret in any output: a text of its own in every place that a secret has, looked for in all that is printed. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../support/run.ts';
import { brokenLeaves, freePlaces, hcl, Markers, type Plain, secretPaths, valueAt } from './places.ts';

const markers = new Markers();
/** Runs of the command whose outputs were looked through. */
let runs = 0;
let cwd: string;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-markers-'));
  put('ok.json', '{"data_dir":"/x"}');
  plantValid();
  plantBroken();
  plantUnit();
  plantManifest();
});

afterAll(() => rmSync(cwd, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

const places: readonly (readonly [string, (secret: string) => Plain])[] = [
  ...secretPaths.map((path) => [path, (secret: string) => valueAt(path, secret)] as const),
  ...Object.entries(freePlaces),
];

const plain = (name: string, value: string): string => `${name} = ${JSON.stringify(value)}`;

/** All that an agent would read, in one directory each; and each place alone, so that no fault hides another. */
function plantValid(): void {
  for (const [i, [place, make]] of places.entries()) {
    put(`json/${i}.json`, JSON.stringify({ data_dir: '/x', ...make(markers.at(`JSON: ${place}`)) }, null, 1));
    put(`hcl/${i}.hcl`, `${hcl(make(markers.at(`HCL: ${place}`)), plain)}\n`);
    put(`readable/${i}.json`, JSON.stringify(make(markers.at(`readable: ${place}`))));
  }
}

function plantBroken(): void {
  for (const [way, leaf] of Object.entries(brokenLeaves)) {
    for (const [i, [place, make]] of places.entries()) {
      const secret = markers.at(`${way}: ${place}`);
      put(`broken/${way.replace(/\W+/g, '-')}-${i}.hcl`, `datacenter = "dc1"\n${hcl(make(secret), leaf)}\n`);
    }
  }
  for (const [i, path] of secretPaths.entries()) {
    const text = JSON.stringify(valueAt(path, 'HERE'));
    const name = `${path} in broken JSON`;
    put(`broken/bare-${i}.json`, text.replace('"HERE"', markers.at(name)));
    put(`broken/open-${i}.json`, text.replace(/HERE".*/, markers.at(name)));
    put(`broken/single-${i}.json`, text.replace('"HERE"', `'${markers.at(name)}'`));
    put(`broken/comma-${i}.json`, text.replace('HERE"', `${markers.at(name)}" "x": 1`));
  }
}

function plantUnit(): void {
  const secret = (place: string): string => markers.at(`unit: ${place}`);
  put('unit/etc/consul.d/a.json', '{"data_dir":"/x","acl_datacenter":"dc1"}');
  put(
    'unit/etc/systemd/system/consul.service',
    `[Unit]
Description=x
[Service]
Type=notify
Environment=CONSUL_HTTP_TOKEN=${secret('token')} "CONSUL_LICENSE=${secret('license')}"
Environment="VAULT_TOKEN=${secret('Vault')}"
ExecStartPre=/bin/sh -c "curl -H X-Consul-Token:${secret('header')} http://u:${secret('URL')}@h/"
ExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d -encrypt=${secret('-encrypt=')} -encrypt ${secret('-encrypt')} -retry-join="provider=aws secret_access_key=${secret('-retry-join')} tag_key=x" -acl-token=${secret('unknown flag')}
ExecReload=/bin/consul reload -token=${secret('-token=')}
ExecStop=/usr/bin/consul leave -token ${secret('-token')}
broken line password=${secret('line')}
`,
  );
}

const servers =
  'consul: "1.20"\nservers: { a: {address: 10.0.0.1}, b: {address: 10.0.0.2}, c: {address: 10.0.0.3} }\n';

function plantManifest(): void {
  for (const [i, [place, make]] of places.entries()) {
    const config = JSON.stringify(make(markers.at(`manifest: ${place}`)));
    put(`manifests/${i}.yaml`, `${servers}config: ${config}\n`);
  }
  const secret = markers.at('manifest: a foreign file');
  put('cluster.yaml', `${servers}config: { encrypt: { env: KEY } }\n`);
  put('out/a/etc/consul.d/consul.json', `{"acl":{"tokens":{"agent":"${secret}"}}}\n`);
  put('settings/a.json', '{"data_dir":"/x"}');
  const flag = markers.at('settings: a flag');
  put(
    'settings/consul-cfg.yaml',
    `nodes:\n - name: a\n   files: a.json\n   flags: agent -encrypt=${flag}\n bad: 1\n`,
  );
}

/** Prints, and where a command prints the configuration itself, only what it says beside. */
async function leaks(line: string, on: 'both' | 'stderr' = 'both', at = cwd): Promise<string[]> {
  runs++;
  const { stdout, stderr, code } = await run(line.split(' '), {
    cwd: at,
    env: { KEY: 'pUqJrVyVRj5jsiYEkMtFQYfWyJIv4s3XkvDwy7Cu5s0=' },
  });
  expect(code, line).toBeLessThan(70);
  return markers.in(on === 'both' ? stdout + stderr : stderr);
}

const trees = ['json', 'hcl', 'broken', 'unit'];
const formats = ['pretty', 'compact', 'github', 'json', 'sarif', 'junit', 'html'];

test('there are places to look at', () => {
  expect(secretPaths.length).toBeGreaterThan(25);
  expect(markers.size).toBeGreaterThan(900);
});

/** Every format of one run: the last one printed, the others in files. */
const inEveryFormat = formats
  .map((format, i) => `--format ${format}${i < formats.length - 1 ? `=out.${format}` : ''}`)
  .join(' ');

test.each([
  ...trees.map((tree) => `lint --preset strict ${inEveryFormat} ${tree}`),
  ...['json', 'hcl', 'broken'].map((tree) => `check ${inEveryFormat} ${tree}`),
])('%s', async (line) => {
  expect(await leaks(line)).toEqual([]);
  for (const format of formats.slice(0, -1)) {
    const text = readFileSync(join(cwd, `out.${format}`), 'utf8');
    expect(text, format).not.toBe('');
    expect(markers.in(text), format).toEqual([]);
    rmSync(join(cwd, `out.${format}`));
  }
});

test.each([
  ...trees.flatMap((tree) => [
    `lint --consul 1.16 ${tree}`,
    `lint --diff --fix-unsafe ${tree}`,
    `upgrade --from 1.10 ${tree}`,
    `lint --explain-grouping ${tree}`,
  ]),
  ...['json', 'hcl', 'broken'].flatMap((tree) => [
    `validate --format pretty --format json=report.json ${tree}`,
    `validate --each ${tree}`,
    `validate --consul 1.16,1.20 ${tree}`,
    `fmt --check ${tree}`,
    `merge --origins ${tree}`,
    `compare ok.json ${tree}`,
    `init --from ${tree} --consul 1.20 --out -`,
  ]),
])('%s', async (line) => {
  expect(await leaks(line)).toEqual([]);
});

test.each(places.map(([place], i) => [place, i] as const))(
  'merge --origins and compare: %s',
  async (_place, i) => {
    const file = `readable/${i}.json`;
    for (const line of [
      `merge --origins ${file}`,
      `merge --origins --to json ${file}`,
      `compare ok.json ${file}`,
      `compare ${file} ok.json`,
      `compare --json ok.json ${file}`,
    ])
      expect(await leaks(line), line).toEqual([]);
    expect(await leaks(`merge ${file}`, 'stderr')).toEqual([]);
  },
);

test.each(places.map(([place], i) => [place, i] as const))('a manifest: %s', async (_place, i) => {
  const file = `manifests/${i}.yaml`;
  for (const line of [
    `lint --format pretty --format sarif=r.sarif ${file}`,
    `render ${file} --explain a`,
    `render ${file} --out o --diff`,
  ])
    expect(await leaks(line), line).toEqual([]);
});

test('a report or a baseline in a file', async () => {
  for (const tree of trees) {
    await leaks(`lint --format sarif=report --write-baseline baseline ${tree}`);
    expect(markers.in(readFileSync(join(cwd, 'baseline'), 'utf8'))).toEqual([]);
  }
  expect(markers.in(readFileSync(join(cwd, 'report.json'), 'utf8'))).toEqual([]);
});

test('a diff of files that others wrote, and settings that cannot be read', async () => {
  expect(await leaks('render cluster.yaml --out out --diff --force')).toEqual([]);
  expect(await leaks('lint a.json', 'both', join(cwd, 'settings'))).toEqual([]);
});

test('every place was looked for in every output', () => {
  console.info(
    `${markers.size} secrets in ${places.length} places, looked for in the outputs of ${runs} runs`,
  );
  expect(runs).toBeGreaterThan(8 * places.length);
});
