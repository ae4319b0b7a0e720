/** The language server in one file, which the extension for VS Code brings along. */
import { resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');

/** @returns the files that went in */
export async function bundleServer(outfile: string): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['editors/vscode/server.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    metafile: true,
    logLevel: 'error',
    // CommonJS has no `import.meta`: libraries that ask for their own location get that of the program.
    banner: { js: 'const ownUrl = require("node:url").pathToFileURL(__filename).href;' },
    define: { 'import.meta.url': 'ownUrl' },
  });
  return Object.keys(metafile.inputs);
}
