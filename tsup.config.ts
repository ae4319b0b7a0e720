import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { transform } from 'esbuild';
import { defineConfig, type Options } from 'tsup';
import { directImports } from './scripts/build/direct-imports.ts';
import { noSourceMaps, noSubprocesses } from './scripts/build/left-out.ts';
import { ruleDocs } from './scripts/build/rule-docs.ts';

const common: Options = {
  format: 'esm',
  target: 'node20',
  platform: 'node',
  outDir: 'dist',
  treeshake: true,
  sourcemap: false,
  // Else tsup takes `node:` off the names before the plugins below see them.
  removeNodeProtocol: false,
};

type EsbuildPlugin = NonNullable<Options['esbuildPlugins']>[number];

const moduleUrl = 'require("node:url").pathToFileURL(process.argv[1]).href';

/**
 * Node loads CommonJS without the machinery of ES modules, which is a sixth of its start. esbuild splits only ES
 * modules, so the finished chunks are converted one by one, and minified, which saves reading.
 */
const commonJs: NonNullable<Options['plugins']>[number] = {
  name: 'common-js',
  async renderChunk(code) {
    // CommonJS has no `import.meta`: libraries that ask for their own location get that of the program.
    const whole = code.replaceAll('import.meta.url', moduleUrl);
    if (whole.includes('import.meta'))
      throw new Error('a bundled library needs more of import.meta than its url');
    return transform(whole, {
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      minify: true,
      supported: { 'dynamic-import': false },
    });
  },
};

/** The rooms that use files of the machine, where paths are those of its system. */
const ofMachine =
  /[\\/]src[\\/](?:node\.ts|library[\\/]node|app[\\/]machine|files|write|manifest[\\/]library\.ts|model[\\/]load[\\/](?:disk|this-host)\.ts|text[\\/]source[\\/]paths\.ts)/;

/** Everywhere else the library has no module of Node, so that browsers and workers can run it. */
const withoutNode: EsbuildPlugin = {
  name: 'without-node',
  setup(build) {
    build.onResolve({ filter: /^node:path$/ }, ({ importer }) =>
      ofMachine.test(importer) ? undefined : { path: resolve('src/util/posix-path.ts') },
    );
  },
};

/** esbuild imports each chunk of an entry once more for its side effects, which none has: bundlers warn of such imports. */
const withoutBareImports: NonNullable<Options['plugins']>[number] = {
  name: 'without-bare-imports',
  renderChunk: (code) => ({ code: code.replace(/(?<=^|;)import ?"\.[^"]+";\n?/gm, '') }),
};

/** yaml has a form without modules of Node, which the package gives to browsers only. */
const yamlWithoutNode: EsbuildPlugin = {
  name: 'yaml-without-node',
  setup(build) {
    build.onResolve({ filter: /^yaml$/ }, () => ({ path: resolve('node_modules/yaml/browser/index.js') }));
  },
};

/** Scripts extend the schemas of `consul-cfg/schemas` with their own zod; everything else brings its own. */
const zodOfTheImporter: EsbuildPlugin = {
  name: 'zod-of-the-importer',
  setup(build) {
    build.onResolve({ filter: /^zod$/ }, ({ importer }) =>
      /[\\/]src[\\/]schema[\\/]/.test(importer) ? { path: 'zod', external: true } : undefined,
    );
  },
};

/** The public names of each entry point. */
const entries = {
  index: 'src/index.ts',
  node: 'src/node.ts',
  hcl: 'src/hcl.ts',
  json: 'src/json.ts',
  schemas: 'src/schemas.ts',
};

/** A file for each function, so that a bundler takes those that are imported and leaves the others. */
const parts = Object.fromEntries(
  [
    ...readdirSync('src/library')
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `src/library/${file}`),
    'src/app/render/render-estate.ts',
    'src/render/builders.ts',
    'src/render/cluster.ts',
    'src/render/print.ts',
  ].map((file) => [`parts/${basename(file, '.ts')}`, file]),
);

/**
 * Dependencies are bundled: nothing else is installed, and a command that reads forty small files starts half as fast as
 * one that reads two. The library takes the forms that run in browsers too.
 */
export default defineConfig([
  {
    ...common,
    entry: { ...parts, ...entries },
    dts: { entry: entries },
    splitting: true,
    treeshake: false,
    minify: true,
    metafile: true,
    noExternal: [/.*/],
    esbuildPlugins: [withoutNode, yamlWithoutNode, zodOfTheImporter, noSourceMaps, ruleDocs()],
    esbuildOptions: (options) => {
      options.chunkNames = 'parts/[name]-[hash]';
      options.mainFields = ['module', 'main'];
    },
    plugins: [withoutBareImports],
  },
  {
    ...common,
    entry: { start: 'src/cli.ts' },
    outDir: 'dist/cli',
    outExtension: () => ({ js: '.cjs' }),
    splitting: true,
    treeshake: false,
    metafile: true,
    noExternal: [/.*/],
    esbuildPlugins: [noSubprocesses, noSourceMaps, directImports(), ruleDocs()],
    plugins: [commonJs],
  },
  {
    ...common,
    format: 'cjs',
    entry: { cli: 'src/launch.ts' },
    outDir: 'dist/cli',
    minify: true,
  },
]);
