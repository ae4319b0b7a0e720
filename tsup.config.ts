import { defineConfig, type Options } from 'tsup';
import { compiledSchemas } from './scripts/compile-schemas.ts';

const common: Options = {
  format: 'esm',
  target: 'node20',
  platform: 'node',
  outDir: 'dist',
  treeshake: true,
  sourcemap: false,
};

/**
 * The library leaves its dependencies to the importer; the command bundles them, because a command that reads forty
 * small files starts half as fast as one that reads two.
 */
export default defineConfig([
  {
    ...common,
    entry: { index: 'src/index.ts', hcl: 'src/hcl.ts', schemas: 'src/schemas.ts' },
    dts: true,
    splitting: true,
  },
  {
    ...common,
    entry: { cli: 'src/cli.ts' },
    outDir: 'dist/cli',
    splitting: true,
    minifySyntax: true,
    metafile: true,
    noExternal: [/.*/],
    esbuildPlugins: [compiledSchemas],
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  },
]);
