/**
 * The entry points for CommonJS. Every supported Node can `require` the modules themselves, so that the code is there
 * once; TypeScript wants declarations of its own for each kind of module. Part of `npm run build`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'dist';

for (const file of readdirSync(folder)) {
  const [, name, kind] = /^(.+?)(\.d\.ts|\.js)$/.exec(file) ?? [];
  if (kind === '.js')
    writeFileSync(join(folder, `${name}.cjs`), `module.exports = require('./${name}.js');\n`);
  if (kind !== '.d.ts') continue;
  const text = readFileSync(join(folder, file), 'utf8');
  writeFileSync(join(folder, `${name}.d.cts`), text.replace(/(['"]\.\/[^'"]+)\.js(['"])/g, '$1.cjs$2'));
}
