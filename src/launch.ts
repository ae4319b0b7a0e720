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

const keeps = !process.env.NODE_DISABLE_COMPILE_CACHE;
const cachedData = keeps ? readCompiled() : undefined;
// What V8 throws away of it in a long first run would be missing in what is kept.
if (keeps && !cachedData) setFlags('--no-flush-bytecode');
const script = new Script(pack, { filename: join(__dirname, 'pack.cjs'), ...(cachedData && { cachedData }) });
const bodies = script.runInThisContext() as Readonly<Record<string, Body>>;
const isKept = cachedData !== undefined && !script.cachedDataRejected;
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

/** In one step, so that another run never reads half of it; and with the flags of every run, else V8 refuses it. */
function keepCompiled(): void {
  try {
    setFlags('--flush-bytecode');
    mkdirSync(join(__dirname, 'compiled'), { recursive: true });
    writeFileSync(`${compiledFile}.${process.pid}`, script.createCachedData());
    renameSync(`${compiledFile}.${process.pid}`, compiledFile);
  } catch {
    // A package that nobody may write to works all the same.
  }
}

/** The module is loaded only here, since that takes milliseconds. */
function setFlags(flags: string): void {
  (require('node:v8') as typeof import('node:v8')).setFlagsFromString(flags);
}

process.on('exit', (code) => {
  // Other codes are those of runs that went wrong early on.
  if (!isKept && keeps && (code === 0 || code === 1)) keepCompiled();
});

/**
 * A run over many nodes has begun. V8 compiles code that has run for a while once more, to make it faster, and a run of
 * half a second is over before that has paid: over 1,000 nodes it is a third of the time. With this budget, in bytes of
 * bytecode that a function may run, V8 does so only with what runs by far the most. See docs/decisions/0006-many-nodes.md.
 */
process.once('consul-cfg:many', () => {
  if (isKept) setFlags('--interrupt-budget=800000');
});

load('./start.cjs');
