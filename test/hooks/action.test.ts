/** The GitHub Action, by running its step as the runner does. npm is a stub: what it installs runs the sources. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { repository } from '../support/run.ts';
import { clean, mismatched } from './repository.ts';

interface Step {
  readonly shell: string;
  readonly env: Readonly<Record<string, string>>;
  readonly run: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const action: Action = parse(readFileSync(join(repository, 'action.yml'), 'utf8'));
const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));

let base = '';
let cwd = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'consul-cfg-action-'));
  cwd = join(base, 'checkout');
  for (const name of ['checkout', 'bin', 'temp']) mkdirSync(join(base, name));
  program(
    'installed',
    `printf '%s\\n' "$@" > "${base}/args"
exec "${process.execPath}" --import "${import.meta.resolve('tsx')}" "${join(repository, 'src/cli.ts')}" "$@"`,
  );
  program(
    'npm',
    `printf '%s\\n' "$PWD" "$@" > "${base}/npm-args"
mkdir -p node_modules/.bin
cp "${base}/bin/installed" node_modules/.bin/consul-cfg`,
  );
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

function program(name: string, script: string): void {
  writeFileSync(join(base, 'bin', name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(base, 'bin', name), 0o755);
}

const argumentsOf = (file: string): string[] => readFileSync(join(base, file), 'utf8').split('\n');

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
}

/** `bash -eo pipefail {0}`, with the expressions of `env` filled in, as the runner's documentation says. */
function act(inputs: Readonly<Record<string, string>>) {
  const [step] = action.runs.steps;
  const value = (text: string): string =>
    text.replace(
      /\$\{\{ inputs\.([\w-]+) \}\}/g,
      (_, name: string) => inputs[name] ?? String(action.inputs[name]!.default),
    );
  const env = Object.fromEntries(Object.entries(step!.env).map(([name, text]) => [name, value(text)]));
  return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step!.run], {
    cwd,
    encoding: 'utf8',
    env: {
      ...env,
      RUNNER_TEMP: join(base, 'temp'),
      GITHUB_OUTPUT: join(base, 'output'),
      GITHUB_STEP_SUMMARY: join(base, 'summary'),
      PATH: `${join(base, 'bin')}${delimiter}${process.env.PATH}`,
    },
  });
}

test('it runs the release that it belongs to', () => {
  expect(action.runs).toMatchObject({ using: 'composite', steps: [{ shell: 'bash' }] });
  expect(action.inputs.version?.default).toBe(version);
  expect(action.runs.steps[0]!.run).not.toContain('${{');
});

test('a package and a registry that the checkout brings along are not used', () => {
  write({
    ...clean,
    '.npmrc': 'registry=http://127.0.0.1:9/\n',
    'node_modules/.bin/consul-cfg': '#!/bin/sh\necho code of the checkout\n',
    'node_modules/consul-cfg/package.json': '{"name": "consul-cfg", "version": "0.1.0", "bin": "x.js"}',
  });
  chmodSync(join(cwd, 'node_modules/.bin/consul-cfg'), 0o755);
  const { status, stdout, stderr } = act({ paths: 'nodes', consul: '1.20' });
  expect([status, stdout + stderr]).toEqual([0, expect.not.stringContaining('code of the checkout')]);
  // npm reads the .npmrc and the packages of the directory that --prefix names.
  const [directory, command, ...args] = argumentsOf('npm-args');
  expect([command, args[args.indexOf('--prefix') + 1]]).toEqual(['install', directory]);
  expect(directory!.startsWith(join(base, 'temp'))).toBe(true);
  expect(args).toContain(`consul-cfg@${version}`);
}, 60_000);

test('a clean repository passes', () => {
  write(clean);
  const { status, stdout } = act({ paths: 'nodes', consul: '1.20' });
  expect(stdout).not.toContain('::error');
  expect(status).toBe(0);
}, 60_000);

test('a finding becomes an annotation, reports become files, and the step fails', () => {
  write({ ...clean, ...mismatched });
  const { status, stdout } = act({ paths: 'nodes\n', sarif: 'out/c.sarif', html: 'c.html', consul: '1.20' });
  expect(existsSync(join(cwd, 'out'))).toBe(false);
  expect(status).toBe(3);
  mkdirSync(join(cwd, 'out'));
  const again = act({ paths: 'nodes\n', sarif: 'out/c.sarif', html: 'c.html', consul: '1.20' });
  expect(again.stdout).toMatch(/^::error file=nodes\/pg-srv3\/etc\/consul\.d\/20-join\.hcl,line=1,/m);
  expect(again.status).toBe(1);
  expect(JSON.parse(readFileSync(join(cwd, 'out/c.sarif'), 'utf8')).version).toBe('2.1.0');
  expect(readFileSync(join(cwd, 'c.html'), 'utf8')).toContain('<!doctype html>');
  expect(stdout).not.toContain('<!doctype');
}, 90_000);

test('an input cannot run anything, nor become a flag', () => {
  write(clean);
  act({
    paths: '$(touch made) --write-baseline=made `touch made` * ;touch made',
    consul: '"; touch made; "',
  });
  expect(existsSync(join(cwd, 'made'))).toBe(false);
  const args = argumentsOf('args');
  expect(args.indexOf('--')).toBeLessThan(args.indexOf('--write-baseline=made'));
  expect(args).toContain('made`');
}, 60_000);

const outputs = (): Record<string, string> =>
  Object.fromEntries(
    readFileSync(join(base, 'output'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
  );

test('globs are expanded, and paths may have blanks', () => {
  write({
    ...clean,
    'two words/a.json': '{"node_name":"x","datacenter":"dc1","data_dir":"/x","retry_jion":["a"]}',
    'two words/b c.json': '{"node_name":"y","datacenter":"dc1","data_dir":"/x","retry_jion":["a"]}',
  });
  for (const paths of ['two words/*.json', 'two words/a.json\ntwo words/b c.json', '**/*words/*.json']) {
    const { status, stdout } = act({ paths });
    expect([status, stdout.match(/^::error file=two words\/(?:a|b c)\.json/gm)]).toEqual([
      1,
      expect.objectContaining({ length: 2 }),
    ]);
  }
  expect(act({ paths: 'nodes/pg-srv1 nodes/pg-srv2 nodes/pg-srv3', consul: '1.20' }).status).toBe(0);
  expect(act({ paths: 'nope/*' })).toMatchObject({
    status: 3,
    stderr: expect.stringContaining('nope/* does not exist'),
  });
}, 120_000);

test('outputs, and a summary of the job, with findings and without', () => {
  write({ ...clean, ...mismatched });
  expect(act({ paths: 'nodes', sarif: 'a b.sarif', consul: '1.20' }).status).toBe(1);
  expect(outputs()).toMatchObject({ errors: expect.stringMatching(/^[1-9]/), sarif: 'a b.sarif' });
  expect(readFileSync(join(base, 'summary'), 'utf8')).toMatch(
    /### Consul configuration\n\n\d+ files checked: \*\*\d+ error/,
  );
  rmSync(join(base, 'output'));
  rmSync(join(base, 'summary'));
  expect(act({ paths: 'nope', sarif: 'no.sarif', summary: 'false' }).status).toBe(3);
  expect(existsSync(join(base, 'output'))).toBe(false);
  expect(existsSync(join(base, 'summary'))).toBe(false);
}, 120_000);

test('rendered files are compared with their manifest', () => {
  write({ ...clean, 'cluster.yaml': 'consul: "1.20"\nservers: [a, b, c]\n' });
  const drifted = act({ paths: 'nodes', consul: '1.20', manifest: 'cluster.yaml' });
  expect(drifted.status).toBe(1);
  expect(drifted.stdout).toContain('::error title=render --check::');
  expect(outputs()).toMatchObject({ errors: '0', drift: 'true' });
}, 120_000);
