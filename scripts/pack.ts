/**
 * Puts the modules that a check needs into one file, `dist/cli/pack.cjs`, which `src/launch.ts` runs: to find, read and
 * compile forty files takes longer than to check one. Part of `npm run build`.
 */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';

interface Output {
  readonly imports: readonly { readonly path: string; readonly kind: string }[];
  readonly entryPoint?: string;
}

const folder = 'dist/cli';
const { outputs } = JSON.parse(readFileSync(join(folder, 'metafile-esm.json'), 'utf8')) as {
  outputs: Record<string, Output>;
};

/** Where checks begin: what they load at once, and nothing that they load on demand, comes with them. */
const roots = [
  'cli',
  'cli/main',
  'cli/commands/check',
  'cli/commands/lint',
  'cli/commands/validate',
  'report/pretty',
];

const packed = new Set<string>();
function add(file: string): void {
  const output = outputs[file];
  if (!output || packed.has(file)) return;
  packed.add(file);
  for (const { path, kind } of output.imports) if (kind === 'import-statement') add(path);
}
for (const [file, { entryPoint }] of Object.entries(outputs)) {
  if (roots.some((root) => entryPoint === `src/${root}.ts`)) add(file);
}

const parts = [...packed].map((file) => {
  const body = readFileSync(file, 'utf8').replace(/^#!.*\n/, '');
  return `${JSON.stringify(`./${posix.basename(file)}`)}:function(exports,require,module){${body}\n}`;
});
const text = `({${parts.join(',\n')}})\n`;
// It is read as Latin-1, which is quickest. esbuild leaves only patterns as they are written.
const beyond = /.{0,30}[^\0-\x7f]/.exec(text);
if (beyond) throw new Error(`write an escape for the last character of ${beyond[0]}`);
const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
writeFileSync(join(folder, 'pack.cjs'), `${text}//${hash}`);
for (const file of packed) rmSync(file);
