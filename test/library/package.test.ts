/** The built package as others load it: by `import`, by `require`, and by a bundler for browsers. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { type BuildOptions, build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import * as source from '../../src/index.ts';
import { repository } from '../support/run.ts';

const files = {
  'consul.hcl': 'server = true\nbootstrap_expect = 2\ndata_dri = "/x"\nretry_join = ["a", "b"]\n',
};
const names = Object.keys(source).sort();

const inBrowser = (contents: string, more: BuildOptions = {}) =>
  build({
    stdin: { contents, resolveDir: repository },
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    logLevel: 'silent',
    ...more,
  });

describe.skipIf(!process.env.CONSUL_CFG_BUILT)('the built package (needs a build)', () => {
  test('import and require give the same names, and the same findings', async () => {
    const expected = await source.formatFindings(await source.lint(files), 'json');
    const imported = await import(resolve(repository, 'dist/index.js'));
    const required = createRequire(import.meta.url)(resolve(repository, 'dist/index.cjs'));
    for (const library of [imported, required]) {
      expect(Object.keys(library).sort()).toEqual(names);
      expect(await library.formatFindings(await library.lint(files), 'json')).toBe(expected);
    }
  });

  test('every entry point of package.json is there, for both kinds of modules', () => {
    const { exports } = JSON.parse(readFileSync(resolve(repository, 'package.json'), 'utf8'));
    const targets = Object.values(exports).flatMap((entry) =>
      typeof entry === 'string' || entry === null
        ? []
        : Object.values(entry as Record<string, Record<string, string>>).flatMap((kind) =>
            Object.values(kind),
          ),
    );
    expect(targets.length).toBeGreaterThan(15);
    for (const target of targets)
      expect(() => readFileSync(resolve(repository, target)), target).not.toThrow();
  });

  test('only consul-cfg/schemas needs another package, which is zod', async () => {
    const { peerDependencies, peerDependenciesMeta, ...rest } = JSON.parse(
      readFileSync(resolve(repository, 'package.json'), 'utf8'),
    );
    expect(rest).not.toHaveProperty('dependencies');
    expect(Object.keys(peerDependencies)).toEqual(['zod']);
    expect(peerDependenciesMeta.zod.optional).toBe(true);
    for (const [entry, packages] of Object.entries({
      index: [],
      node: [],
      hcl: [],
      json: [],
      schemas: ['zod'],
    })) {
      const { metafile } = await build({
        entryPoints: [resolve(repository, `dist/${entry}.js`)],
        bundle: true,
        write: false,
        metafile: true,
        platform: 'node',
        format: 'esm',
        packages: 'external',
      });
      const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
      const others = imports.map(({ path }) => path).filter((path) => !path.startsWith('node:'));
      expect([...new Set(others)], entry).toEqual(packages);
    }
  });

  test('schemas with the zod of the importer compose, also those of the manifest', async () => {
    const { agentSchema, manifestSchema } = await import(resolve(repository, 'dist/schemas.js'));
    const ours = z.object({ agent: agentSchema('1.20'), estate: manifestSchema() });
    const { error } = ours.safeParse({ agent: { prots: {} }, estate: { nodes: 1 } });
    expect(error).toBeInstanceOf(z.ZodError);
    expect(z.prettifyError(error!)).toMatch(/ports[\s\S]*estate/);
  });

  test('it is bundled for browsers without a warning, and runs where there is no Node', async () => {
    const { outputFiles, warnings } = await inBrowser(
      `import { formatFindings, lint } from './dist/index.js';
       globalThis.run = async (files) => formatFindings(await lint(files), 'json');`,
      { format: 'iife' },
    );
    expect(warnings).toEqual([]);
    const realm: Record<string, unknown> = { TextEncoder, TextDecoder, atob, btoa, crypto, URL };
    createContext(realm);
    runInContext(outputFiles![0]!.text, realm);
    const run = realm.run as (given: object) => Promise<string>;
    expect(await run(files)).toBe(await source.formatFindings(await source.lint(files), 'json'));
  });

  test('one function brings only what it needs: 40 kB for toHcl', async () => {
    const sizeOf = async (name: string) =>
      (await inBrowser(`import { ${name} } from './dist/index.js'; console.log(${name});`, { format: 'esm' }))
        .outputFiles![0]!.contents.length;
    expect(await sizeOf('toHcl')).toBeLessThan(40_000);
    expect(await sizeOf('generateGossipKey')).toBeLessThan(1000);
    expect(await sizeOf('server')).toBeLessThan(200_000);
  });
});
