/** An estate from a script says all that `cluster.yaml` does, and gives the same files. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { parse } from 'yaml';
import type * as z from 'zod';
import { renderFiles } from '../../src/app/render/files.ts';
import { placeholders } from '../../src/app/render/placeholders.ts';
import { prepare } from '../../src/app/render/prepare.ts';
import { renderCluster } from '../../src/library/node/render/render-cluster.ts';
import type { OutFile } from '../../src/manifest/file.ts';
import { diskLibrary } from '../../src/manifest/library.ts';
import type { manifestSchema } from '../../src/manifest/schema.ts';
import { cluster } from '../../src/render/cluster.ts';
import type { EstateInput, NodeInput } from '../../src/render/inputs.ts';
import { Source } from '../../src/text/source/source.ts';
import { repository } from '../support/run.ts';

type Manifest = z.infer<typeof manifestSchema>;
type MapOf<T> = NonNullable<Exclude<T, readonly string[] | null | undefined>>;
type ValueOf<T> = T extends Readonly<Record<string, infer V>> ? NonNullable<V> : never;
type NodeOf<T> = ValueOf<MapOf<T>>;
type ClassesOf<T extends { classes?: unknown }> = NonNullable<T['classes']>;
/** Options of agents and releases apart, which the option table types. */
type Open = 'consul' | 'config' | 'server_config' | 'client_config' | 'acl';
type Nested = 'servers' | 'clients' | 'classes' | 'datacenters' | 'patroni';

test('the type has every key of the schema, at every level', () => {
  expectTypeOf<keyof EstateInput>().toEqualTypeOf<Exclude<keyof Manifest, 'extends'>>();
  expectTypeOf<keyof NodeInput>().toEqualTypeOf<keyof NodeOf<Manifest['servers']>>();
  expectTypeOf<keyof ValueOf<MapOf<EstateInput['datacenters']>>>().toEqualTypeOf<
    keyof ValueOf<MapOf<Manifest['datacenters']>>
  >();
  expectTypeOf<keyof ValueOf<ClassesOf<EstateInput>>>().toEqualTypeOf<keyof ValueOf<ClassesOf<Manifest>>>();
  expectTypeOf<keyof NonNullable<EstateInput['patroni']>>().toEqualTypeOf<
    keyof NonNullable<Manifest['patroni']>
  >();
});

test('what the schema takes, the type takes', () => {
  expectTypeOf<Omit<Manifest, Open | Nested | 'extends'>>().toExtend<Omit<EstateInput, Open | Nested>>();
  expectTypeOf<Omit<NodeOf<Manifest['servers']>, Open>>().toExtend<Omit<NodeInput, Open>>();
});

type Plain = { [name: string]: unknown };
const isMap = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text that stands for a secret, as `lint` puts it in; `{node}` is that of the node. */
const textOf = ({ generate }: Plain, makes: 'gossip key' | 'token', node: string): string => {
  const path = String(generate).replace('{node}', node);
  return placeholders().text({ reference: { kind: 'generate', path }, makes } as never);
};

const read = (path: string): Plain => parse(readFileSync(join(repository, path), 'utf8')) as Plain;

async function fromYaml(directory: string): Promise<readonly OutFile[]> {
  const source = new Source('cluster.yaml', readFileSync(join(directory, 'cluster.yaml'), 'utf8'));
  const library = diskLibrary({ cwd: directory });
  const { ready } = prepare(source, placeholders, library);
  return (await renderFiles(ready!.nodes, ready!.manifest, library)).files;
}

/** A script gives a key as it is, so that its runbook names the option where that of a manifest names the file. */
const withoutPlaceOfKey = (content: string): string =>
  content.replaceAll(
    'where the manifest reads it from (`secrets/gossip.key`)',
    'where the manifest reads it from (`encrypt`)',
  );

const shown = (files: readonly OutFile[]) =>
  Object.fromEntries(
    files.map(({ path, content, mode, secret }) => [
      path,
      { content: withoutPlaceOfKey(content), mode, secret },
    ]),
  );

describe('each example from a script', () => {
  test('patroni', async () => {
    const { config, ...rest } = read('examples/patroni/cluster.yaml') as { config: Plain };
    const encrypt = textOf(config.encrypt as Plain, 'gossip key', '');
    const estate = cluster({ ...rest, config: { ...config, encrypt } } as never);
    expect(shown(renderCluster(estate))).toEqual(shown(await fromYaml(join(repository, 'examples/patroni'))));
  });

  test('tls-acl', async () => {
    const example = read('examples/tls-acl/cluster.yaml') as { [name: string]: Plain };
    const { acl, patroni, config, servers, clients, ...rest } = example;
    const withToken = (nodes: Plain) =>
      Object.fromEntries(
        Object.entries(nodes).map(([name, node]) => {
          const agent = textOf((acl!.tokens as Plain).agent as Plain, 'token', name);
          return [name, { ...(node as Plain), config: { acl: { tokens: { agent } } } }];
        }),
      );
    const estate = cluster({
      ...rest,
      acl: {},
      servers: withToken(servers!),
      clients: withToken(clients!),
      patroni: { ...patroni, token: textOf(patroni!.token as Plain, 'token', '') },
      config: { ...config, encrypt: textOf(config!.encrypt as Plain, 'gossip key', '') },
    } as never);
    expect(shown(renderCluster(estate))).toEqual(shown(await fromYaml(join(repository, 'examples/tls-acl'))));
  });

  test('packaged-unit, its templates next to it', async () => {
    const directory = join(repository, 'examples/packaged-unit');
    const [site, own] = ['site', 'cluster'].map((name) => read(`examples/packaged-unit/${name}.yaml`));
    const { extends: _, ...rest } = own!;
    const config = { ...(site!.config as Plain), ...(own!.config as Plain) };
    const encrypt = textOf(config.encrypt as Plain, 'gossip key', '');
    const estate = cluster({ ...site, ...rest, config: { ...config, encrypt } } as never);
    expect(isMap(estate.templates)).toBe(true);
    expect(shown(renderCluster(estate, { cwd: directory }))).toEqual(shown(await fromYaml(directory)));
  });
});

test('templates: of all, of a class and of a node, and what is wrong with one', () => {
  const directory = mkdtempSync(join(tmpdir(), 'consul-cfg-script-'));
  try {
    writeFileSync(join(directory, 'motd.hbs'), 'this is {{name}}\n');
    writeFileSync(join(directory, 'wrong.hbs'), '{{nope}}\n');
    const render = (file: string) =>
      renderCluster(
        cluster({
          consul: '1.20',
          servers: { a: { templates: { 'etc/motd': null } }, b: { class: 'big' }, config: {} },
          classes: { big: { templates: { 'etc/big': { file: 'motd.hbs', mode: '0600' } } } },
          templates: { 'etc/motd': file },
        }),
        { cwd: directory },
      );
    const files = render('motd.hbs').filter(({ path }) => /etc\/(?:motd|big)$/.test(path));
    expect(files.map(({ path, content, mode }) => [path, content, mode])).toEqual([
      ['b/etc/motd', 'this is b\n', 0o644],
      ['b/etc/big', 'this is b\n', 0o600],
      ['config/etc/motd', 'this is config\n', 0o644],
    ]);
    expect(() => render('wrong.hbs')).toThrow(/^renderCluster\(\): .*nope/);
    expect(() => render('none.hbs')).toThrow(/the template "none.hbs" does not exist/);
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test('a node, a class or a file may be called as what holds options', () => {
  const made = cluster({
    consul: '1.20',
    servers: { config: { address: '10.0.0.1' } },
    classes: { config: { systemd: { user: 'x' } } },
    templates: { config: { file: 'x.hbs' } },
  });
  expect(made.servers).toEqual({ config: { address: '10.0.0.1' } });
});
