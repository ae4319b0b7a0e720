#!/usr/bin/env node
/**
 * Starts the built command, with code that V8 compiled in an earlier run: compiling is half of a short run. Node's own
 * compile cache keeps only what is compiled while a file is loaded, not the functions that are then called.
 *
 * What V8 compiled stands beside the code, so that whoever may write the one may write the other. Where it cannot be
 * read or written, or comes from another V8, the code is compiled as ever. See docs/decisions/0004-start-up.md.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

type Require = (id: string) => unknown;
type Body = (exports: object, load: Require, module: { exports: object }) => void;

const pack = readFileSync(join(__dirname, 'pack.cjs'), 'latin1');

/** One for each command, since a run compiles only the functions that it calls; named by the hash that ends the pack. */
const command = /^[a-z]+$/.exec(process.argv[2] ?? '')?.[0] ?? 'help';
const compiledFile = join(
  __dirname,
  'compiled',
  `${command}-${process.version}-${process.arch}-${pack.slice(-8)}`,
);

const cachedData = process.env.NODE_DISABLE_COMPILE_CACHE ? undefined : readCompiled();
const script = new Script(pack, { filename: join(__dirname, 'pack.cjs'), ...(cachedData && { cachedData }) });
const bodies = script.runInThisContext() as Readonly<Record<string, Body>>;
const modules = new Map<string, { exports: object }>();

/** The modules that a check needs come in one file, `pack.cjs`; the others in a file each. */
function load(id: string): unknown {
  if (!id.startsWith('./')) return require(id);
  const known = modules.get(id);
  if (known) return known.exports;
  const module = { exports: {} };
  modules.set(id, module);
  const body = bodies[id] ?? bodyFrom(join(__dirname, id));
  body(module.exports, load, module);
  return module.exports;
}

function bodyFrom(file: string): Body {
  const text = `(function(exports,require,module){${readFileSync(file, 'utf8')}\n})`;
  return new Script(text, { filename: file }).runInThisContext() as Body;
}

function readCompiled(): Buffer | undefined {
  try {
    return readFileSync(compiledFile);
  } catch {
    return undefined;
  }
}

/** In one step, so that another run never reads half of it. */
function keepCompiled(): void {
  try {
    mkdirSync(join(__dirname, 'compiled'), { recursive: true });
    writeFileSync(`${compiledFile}.${process.pid}`, script.createCachedData());
    renameSync(`${compiledFile}.${process.pid}`, compiledFile);
  } catch {
    // A package that nobody may write to works all the same.
  }
}

process.on('exit', (code) => {
  const isKept = cachedData !== undefined && !script.cachedDataRejected;
  // Other codes are those of runs that went wrong early on.
  if (!isKept && !process.env.NODE_DISABLE_COMPILE_CACHE && (code === 0 || code === 1)) keepCompiled();
});

load('./start.cjs');
