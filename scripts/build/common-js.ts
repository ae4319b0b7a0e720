/**
 * The entry points for CommonJS. Every supported Node can `require` the modules themselves, so that the code is there
 * once. TypeScript wants declarations for each kind of module, and lets a module import those of CommonJS: they are
 * there once too, unless they name the types of zod, of which each kind of module has its own. Part of `npm run build`.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'dist';
const files = readdirSync(folder);
const entries = new Set(files.flatMap((file) => (file.endsWith('.js') ? [file.replace(/\.js$/, '')] : [])));

for (const name of entries)
  writeFileSync(join(folder, `${name}.cjs`), `module.exports = require('./${name}.js');\n`);

for (const file of files) {
  if (!file.endsWith('.d.ts')) continue;
  const name = file.replace(/\.d\.ts$/, '');
  const declared = readFileSync(join(folder, file), 'utf8');
  const ofCommonJs = declared.replace(/(['"]\.\/[^'"]+)\.js(['"])/g, '$1.cjs$2');
  writeFileSync(join(folder, `${name}.d.cts`), ofCommonJs);
  if (/from ['"]zod['"]/.test(declared)) writeFileSync(join(folder, file), ofCommonJs);
  else if (entries.has(name)) writeFileSync(join(folder, file), `export * from './${name}.cjs';\n`);
  else rmSync(join(folder, file));
}
