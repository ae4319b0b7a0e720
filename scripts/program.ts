/**
 * Makes the command one file for hosts without Node: Node itself with the bundled command in it, which Node calls a single
 * executable application.
 *
 *     npm run program -- OUT [--node NODE]
 *
 * OUT is the file to write. NODE is the Node that goes into it, for another system or processor too; by default the one that runs
 * this. Both must be the same release, 24 or newer, since what is put into the program is laid out for one release.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { noSourceMaps, noSubprocesses } from './build/left-out.ts';
import { ruleDocs } from './build/rule-docs.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { node: { type: 'string' } } });
const [out] = positionals;
if (!out) throw new Error('name the file to write: npm run program -- OUT');
if (Number.parseInt(process.versions.node, 10) < 24) throw new Error('run this with Node 24 or newer');
const node = values.node ?? process.execPath;
if (!readFileSync(node).includes(`node/${process.version}`) && !readFileSync(node).includes(process.version))
  throw new Error(`${node} is not Node ${process.version}`);

/** Where Node looks for the command in itself; the name is fixed by Node. */
const sentinel = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';
const isHere = node === process.execPath;

const folder = mkdtempSync(join(tmpdir(), 'consul-cfg-program-'));
try {
  const main = join(folder, 'consul-cfg.cjs');
  await build({
    entryPoints: ['src/cli.ts'],
    outfile: main,
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    define: { 'import.meta.url': 'undefined' },
    plugins: [noSubprocesses, noSourceMaps, ruleDocs()],
    logLevel: 'warning',
  });
  const blob = join(folder, 'consul-cfg.blob');
  const config = join(folder, 'config.json');
  // What V8 compiled fits its own processor only.
  writeFileSync(
    config,
    JSON.stringify({ main, output: blob, disableExperimentalSEAWarning: true, useCodeCache: isHere }),
  );
  execFileSync(process.execPath, ['--experimental-sea-config', config], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });

  mkdirSync(dirname(out), { recursive: true });
  const program = `${out}.new`;
  copyFileSync(node, program);
  chmodSync(program, 0o755);
  execFileSync(
    'npx',
    ['--no-install', 'postject', program, 'NODE_SEA_BLOB', blob, '--sentinel-fuse', sentinel],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  renameSync(program, out);
} finally {
  rmSync(folder, { recursive: true });
}
