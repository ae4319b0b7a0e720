/** The hooks as pre-commit runs them: which files they take, what they say, and that fragments are no faults. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Ran, repository, run } from '../support/run.ts';
import { broken, clean, mismatched, untidy } from './repository.ts';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly args?: readonly string[];
  readonly files: string;
  readonly exclude: string;
  readonly pass_filenames?: false;
}

type Files = Readonly<Record<string, string>>;

const hooks: readonly Hook[] = parse(readFileSync(join(repository, '.pre-commit-hooks.yaml'), 'utf8'));
const hook = (id: string): Hook => hooks.find((one) => one.id === id)!;

/** Python's verbose patterns, which ignore white space. */
const pattern = (text: string): RegExp => new RegExp(text.replace(/^\(\?x\)/, '').replace(/\s+/g, ''));

const taken = ({ files, exclude }: Hook, paths: readonly string[]): string[] =>
  paths.filter((path) => pattern(files).test(path) && !pattern(exclude).test(path));

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-hooks-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function write(files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
}

/** What the hook's command says of these files. */
function act(id: string, files: Files): Promise<Ran> {
  const { entry, args = [], pass_filenames, ...rest } = hook(id);
  const passed = pass_filenames === false ? [] : taken({ entry, ...rest }, Object.keys(files));
  return run([...entry.split(' ').slice(1), ...args, ...passed], { cwd });
}

const ofFiles = hooks.filter(({ id }) => id !== 'consul-cfg-render-check');

test.each(ofFiles)("$id takes what is Consul's and nothing else", (one) => {
  const consul = [
    'consul.hcl',
    'consul.d/server.json',
    'roles/db/files/consul.d/tls/ports.hcl',
    'consul/config.json',
    'config/consul-server.json',
    'nodes/a/etc/consul.d/10.json',
  ];
  const others = [
    'package.json',
    'consul/package.json',
    'main.hcl',
    'a.nomad.hcl',
    'consul.tfvars',
    'consul/README.md',
  ];
  expect(taken(one, [...consul, ...others])).toEqual(consul);
});

test('lint takes what starts agents too', () => {
  const starts = [
    'docker-compose.yml',
    'scripts/server.sh',
    'Dockerfile',
    'user-data.yaml',
    'modules/a/init.sh.tftpl',
    'main.tf',
    'roles/consul/tasks/main.yml',
  ];
  expect(taken(hook('consul-cfg-lint'), [...starts, 'Dockerfiles.md.txt/a', 'crash.shx'])).toEqual(starts);
});

describe('on a clean repository', () => {
  test.each(ofFiles)('$id passes', async ({ id }) => {
    write(clean);
    const ran = await act(id, clean);
    expect(ran.stdout).not.toMatch(/ error /);
    expect(ran.code).toBe(0);
  });
});

describe.each(Object.entries(broken))('%s', (_name, fault) => {
  test.each(['consul-cfg-lint', 'consul-cfg-check'])('%s fails and names the file', async (id) => {
    const files = { ...clean, ...fault };
    write(files);
    const ran = await act(id, files);
    expect(ran.stdout).toContain(Object.keys(fault)[0]);
    expect(ran.code).toBe(1);
  });
});

test('what is wrong with the cluster only, lint sees and check does not', async () => {
  const files = { ...clean, ...mismatched };
  write(files);
  expect((await act('consul-cfg-check', files)).code).toBe(0);
  const ran = await act('consul-cfg-lint', files);
  expect(ran.stdout).toContain('join/mismatched-lists');
  expect(ran.code).toBe(1);
});

test('a manifest is linted with the rest, and compared with what was rendered', async () => {
  const manifest = {
    'cluster.yaml': 'consul: "1.20"\nservers: { a: { address: 10.0.0.1 }, b: { address: 10.0.0.1 } }\n',
  };
  write(manifest);
  for (const id of ['consul-cfg-lint', 'consul-cfg-render-check'])
    expect(pattern(hook(id).files).test('cluster.yaml'), id).toBe(true);
  const linted = await act('consul-cfg-lint', manifest);
  expect(linted.stdout).toContain('cluster/duplicate-address');
  expect(linted.code).toBe(1);
  write({ 'cluster.yaml': 'consul: "1.20"\nservers: { a: { address: 10.0.0.1 } }\nprofile: dev\n' });
  expect((await act('consul-cfg-render-check', manifest)).code).toBe(1);
  await run(['render'], { cwd });
  expect((await act('consul-cfg-render-check', manifest)).code).toBe(0);
});

test('fmt lays out what is untidy and leaves the rest', async () => {
  const files = { ...clean, ...untidy };
  write(files);
  const [path] = Object.keys(untidy);
  const ran = await act('consul-cfg-fmt', files);
  expect(ran).toMatchObject({ code: 0, stdout: `${path}\n` });
  expect(readFileSync(join(cwd, path!), 'utf8')).toBe('retry_join = ["pg-srv2", "pg-srv3"] # the others\n');
});

const real = spawnSync('pre-commit', ['--version'], { encoding: 'utf8' });

describe.skipIf(real.error)('with pre-commit itself (needs the program on PATH)', () => {
  const consulCfg = `${process.execPath} --import ${import.meta.resolve('tsx')} ${join(repository, 'src/cli.ts')}`;

  /** The shipped hooks, run from the sources instead of an installation. */
  function configure(): void {
    const local = ofFiles.map((one) => ({
      ...one,
      language: 'system',
      entry: one.entry.replace('consul-cfg', consulCfg),
    }));
    const git = (...args: string[]) => spawnSync('git', args, { cwd });
    writeFileSync(
      join(cwd, '.pre-commit-config.yaml'),
      JSON.stringify({ repos: [{ repo: 'local', hooks: local }] }),
    );
    git('init', '-q');
    git('add', '-A');
  }

  const runAll = () => spawnSync('pre-commit', ['run', '--all-files'], { cwd, encoding: 'utf8' });

  test('a clean repository passes', () => {
    write(clean);
    configure();
    const { status, stdout } = runAll();
    expect(stdout.match(/Passed/g)).toHaveLength(3);
    expect(status).toBe(0);
  });

  test('each hook fails where it should', () => {
    write({ ...clean, ...mismatched, ...Object.values(broken)[1], ...untidy });
    configure();
    const { status, stdout } = runAll();
    expect(stdout).toContain('join/mismatched-lists');
    expect(stdout).toContain('ports.https');
    expect(stdout).toContain('files were modified by this hook');
    expect(status).toBe(1);
  });
});

describe('the repository of the hooks', () => {
  const makeIn = (folder: string) =>
    spawnSync(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), join(repository, 'scripts/hooks.ts'), folder],
      {
        cwd: repository,
        encoding: 'utf8',
      },
    );

  test('has the same hooks, and each installs the package of this version', () => {
    const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
    for (const round of ['first', 'again']) expect(makeIn(join(cwd, 'hooks')).status, round).toBe(0);
    const written: Hook[] = parse(readFileSync(join(cwd, 'hooks/.pre-commit-hooks.yaml'), 'utf8'));
    expect(written).toEqual(
      hooks.map((one) => ({ ...one, additional_dependencies: [`consul-cfg@${version}`] })),
    );
    const made = JSON.parse(readFileSync(join(cwd, 'hooks/package.json'), 'utf8'));
    expect(made).toMatchObject({ private: true, version });
    expect(made).not.toHaveProperty('dependencies');
  });

  test('is not written over something else', () => {
    write({ 'other/package.json': '{"name":"other"}', 'full/notes.txt': 'mine' });
    for (const folder of ['other', 'full']) {
      const { status, stderr } = makeIn(join(cwd, folder));
      expect(status).toBe(1);
      expect(stderr).toContain('holds something else');
    }
    expect(readFileSync(join(cwd, 'other/package.json'), 'utf8')).toBe('{"name":"other"}');
  });
});
