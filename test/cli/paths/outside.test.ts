/** What a manifest and settings name stays inside of the repository, or the directory, of what the command line names. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../support/run.ts';

let base: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

function put(files: Record<string, string>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(base, path)), { recursive: true });
    writeFileSync(join(base, path), content);
  }
}

const private_ = 'npm_PRIVATE';
const cluster = (more: string): string => `consul: "1.20"\nservers: [a, b, c]\n${more}\n`;
const lint = (...paths: string[]) => run(['lint', ...paths], { cwd: join(base, 'repository') });

async function refused(rule: string, ...paths: string[]): Promise<string> {
  const { code, stdout, stderr } = await lint(...paths);
  expect({ code, reported: stdout.includes(rule) }).toEqual({ code: 1, reported: true });
  expect(stdout + stderr).not.toContain('PRIVATE');
  return stdout.replace(/\s+/g, ' ');
}

describe.each([
  ['in a directory without a repository', () => {}],
  ['at the top of a repository', () => put({ 'repository/.git/HEAD': 'ref: refs/heads/main' })],
  ['in a work tree or a submodule', () => put({ 'repository/.git': 'gitdir: ../x' })],
])('%s', (_, prepare) => {
  test.each([
    ['a level up', '../private.yaml'],
    ['by a way around', './x/../../repository/../private.yaml'],
    ['by a symbolic link', 'link.yaml'],
    ['by a symbolic link to a directory', 'up/private.yaml'],
    ['by one file after another', 'between.yaml'],
    ['where there is nothing', '../nothing.yaml'],
  ])('nothing is extended %s', async (_how, path) => {
    put({
      'private.yaml': `${private_}: [\n`,
      'repository/x/y': '',
      'repository/between.yaml': 'extends: ../private.yaml\n',
      'repository/cluster.yaml': cluster(`extends: ${path}`),
    });
    symlinkSync('../private.yaml', join(base, 'repository/link.yaml'));
    symlinkSync('..', join(base, 'repository/up'));
    prepare();
    const reported = await refused('manifest/extends', 'cluster.yaml');
    expect(reported).toMatch(
      /is not read, since it is outside the git repository of the manifest .* on the command line/,
    );
  });

  test.each([
    ['a level up', '../private.hbs'],
    ['by a symbolic link', 'link.hbs'],
  ])('no template is read %s', async (_how, path) => {
    put({
      'private.hbs': `{{#if ${private_}\n`,
      'repository/cluster.yaml': cluster(`templates: { etc/motd: ${path} }`),
    });
    symlinkSync('../private.hbs', join(base, 'repository/link.hbs'));
    prepare();
    expect(await refused('manifest/template', 'cluster.yaml')).toContain('is outside the git repository');
  });

  test('no manifest, and no settings, are read that are links to other places', async () => {
    put({ 'private.yaml': `${private_}: [\n`, 'repository/one.hcl': '' });
    symlinkSync('../private.yaml', join(base, 'repository/cluster.yaml'));
    prepare();
    const { code, stdout, stderr } = await lint('cluster.yaml');
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(/^consul-cfg: cluster\.yaml is a symbolic link that leads out .*name the file/);
    symlinkSync('../private.yaml', join(base, 'repository/consul-cfg.yaml'));
    const settings = await lint('one.hcl');
    expect({ code: settings.code, stdout: settings.stdout }).toEqual({ code: 3, stdout: '' });
    expect(settings.stderr).toMatch(/consul-cfg\.yaml is a symbolic link that leads out/);
  });

  test.each(['../outside/*.hcl', '/**/x.hcl', '../**', '*/../../outside/*.hcl'])(
    'settings make no node of %s',
    async (glob) => {
      put({
        'outside/x.hcl': `${private_} = [\n`,
        'repository/sub/x.hcl': 'data_dir = "/x"\n',
        'repository/consul-cfg.yaml': `nodes:\n  - name: a\n    files: ["${glob}", "sub/*.hcl"]\n`,
      });
      prepare();
      const { stdout, stderr } = await lint('sub/x.hcl');
      expect(stdout + stderr).not.toContain('PRIVATE');
      expect(stdout).toMatch(/^consul-cfg\.yaml:3:13 +error +settings\/invalid$/m);
      expect(stdout.replace(/\s+/g, ' ')).toContain('this glob is refused: ');
    },
  );
});

test('other files of a repository are read, also next to a named manifest', async () => {
  put({
    'repository/.git/HEAD': '',
    'repository/site.yaml': 'config: { log_level: LOUD }\n',
    'repository/one/cluster.yaml': cluster('extends: ../site.yaml'),
  });
  expect((await lint('one/cluster.yaml')).stdout).toMatch(/^site\.yaml:1:/m);
  rmSync(join(base, 'repository/.git'), { recursive: true });
  await refused('manifest/extends', 'one/cluster.yaml');
  const { stdout } = await lint('one/cluster.yaml', 'site.yaml');
  expect(stdout).not.toContain('is not read');
  expect(stdout).toMatch(/^site\.yaml:1:/m);
});

test('what git keeps for itself, and what is no manifest by its name, is not read', async () => {
  put({
    'repository/.git/config': `[http]\n\textraheader = ${private_}\n`,
    'repository/.git/x.yaml': `${private_}: [\n`,
    'repository/.npmrc': `//registry/:_authToken=${private_}\n`,
    'repository/cluster.yaml': cluster('extends: .git/x.yaml'),
    'repository/names.yaml': cluster('extends: .npmrc'),
    'repository/template.yaml': cluster('templates: { etc/motd: .git/config }'),
  });
  expect(await refused('manifest/extends', 'cluster.yaml')).toContain('belongs to git itself');
  expect(await refused('manifest/extends', 'names.yaml')).toContain('ends in .yaml or .yml');
  expect(await refused('manifest/template', 'template.yaml')).toContain('belongs to git itself');
});
