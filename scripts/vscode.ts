/**
 * Builds the extension for VS Code in `editors/vscode`: the client and the language server, each in one file, with the
 * schemas that it contributes. `npm run package` there runs it, and makes the .vsix.
 */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { agentSchemaWithHints } from '../src/schema/emit.ts';
import { schemaAddress } from '../src/schema/published.ts';
import { bundleServer } from './build/language-server.ts';
import { thirdPartyNotices } from './build/third-party.ts';

const root = resolve(import.meta.dirname, '..');
process.chdir(root);
const folder = 'editors/vscode';
for (const made of ['dist', 'schemas']) {
  rmSync(join(folder, made), { recursive: true, force: true });
  mkdirSync(join(folder, made));
}

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: [join(folder, 'src/extension.js')],
  outfile: join(folder, 'dist/extension.js'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  metafile: true,
  external: ['vscode'],
});
const ofServer = await bundleServer(join(folder, 'dist/server.cjs'));
writeFileSync(
  join(folder, 'dist/THIRD-PARTY-NOTICES.txt'),
  thirdPartyNotices([...Object.keys(metafile.inputs), ...ofServer]),
);
for (const name of ['cluster', 'settings'])
  copyFileSync(`schemas/${name}.schema.json`, join(folder, `schemas/${name}.schema.json`));
writeFileSync(
  join(folder, 'schemas/consul-agent.schema.json'),
  JSON.stringify({ ...agentSchemaWithHints(undefined), $id: schemaAddress('consul-agent') }),
);
