#!/usr/bin/env node
/**
 * Starts the built command, with code that V8 compiled in an earlier run: compiling is half of a short run. Node's own
 * compile cache keeps only what is compiled while a file is loaded, not the functions that are then called.
 *
 * What V8 compiled is kept next to the code, and runs as the code does: it is taken only from files that only the owner
 * of the code may write. Where it cannot be read or written, is damaged, or comes from another V8, the code is
 * compiled as usual. See docs/decisions/0004-start-up.md.
 */
import {
  chmodSync,
  closeSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

const oldest = [20, 19] as const;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  process.stderr.write(
    `consul-cfg needs Node ${oldest.join('.')} or newer; this is ${process.versions.node}\n`,
  );
  process.exit(3);
}

type Require = (id: string) => unknown;
type Body = (exports: object, load: Require, module: { exports: object }) => void;

const pack = readFileSync(join(__dirname, 'pack.cjs'), 'latin1');

/** One for each command, since a run compiles only the functions that it calls; named by the hash that ends the pack. */
const command = /^[a-z]+$/.exec(process.argv[2] ?? '')?.[0] ?? 'help';
const compiledFolder = join(__dirname, 'compiled');
const compiledFile = join(compiledFolder, `${command}-${process.version}-${process.arch}-${pack.slice(-8)}`);

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
  let fd: number | undefined;
  try {
    const { uid } = statSync(__dirname);
    if (!isOnlyFor(uid, lstatSync(compiledFolder))) return undefined;
    fd = openSync(compiledFile, 'r');
    const stats = fstatSync(fd);
    return isOnlyFor(uid, stats) ? onceOf(fd, stats.size) : undefined;
  } catch {
    return undefined;
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

/** Whether only that user, and root, may have written it. Windows has neither owners nor modes here. */
function isOnlyFor(owner: number, { uid, mode }: Stats): boolean {
  return process.platform === 'win32' || ((uid === owner || uid === 0) && (mode & 0o022) === 0);
}

/**
 * V8 runs damaged code, and crashes. So the file holds the code twice: to compare is quicker than any checksum here. The
 * second is read in pieces, since memory that is new to the process costs more than reading.
 */
function onceOf(fd: number, size: number): Buffer | undefined {
  const half = size / 2;
  if (half === 0 || !Number.isInteger(half)) return undefined;
  const once = Buffer.allocUnsafeSlow(half);
  if (readSync(fd, once, 0, half, 0) < half) return undefined;
  const piece = Buffer.allocUnsafeSlow(1 << 16);
  for (let at = 0; at < half; at += piece.length) {
    const length = readSync(fd, piece, 0, Math.min(piece.length, half - at), half + at);
    if (!once.subarray(at, at + piece.length).equals(piece.subarray(0, length))) return undefined;
  }
  return once;
}

/**
 * In one step, so that another run never reads half of it; and with the flags of every run, else V8 refuses it. The
 * owner of the package alone keeps something in it: what root left there, the owner could not remove.
 */
function keepCompiled(): void {
  const temporary = `${compiledFile}.${process.pid}-${Date.now().toString(36)}`;
  try {
    const { uid, mode } = statSync(__dirname);
    if (process.geteuid && process.geteuid() !== uid) return;
    setFlags('--flush-bytecode');
    const code = script.createCachedData();
    makeFolder(uid, mode & 0o755);
    writeDurably(temporary, Buffer.concat([code, code]), mode & 0o644);
    renameSync(temporary, compiledFile);
    removeOthers();
  } catch {
    // A read-only package works all the same.
    removeQuietly(temporary);
  }
}

/** How many are kept: those of every command for one Node, and some of another. */
const mostKept = 20;

/** What another release of consul-cfg left, what a killed run left, and the oldest beyond a bound. */
function removeOthers(): void {
  const names = readdirSync(compiledFolder);
  const ours = names.filter((name) => name.endsWith(pack.slice(-8)));
  const isOld = (name: string): boolean => Date.now() - timeOf(name) > 3_600_000;
  const left = ours.sort((a, b) => timeOf(b) - timeOf(a)).slice(mostKept);
  const others = names.filter((name) => !ours.includes(name) && isOld(name));
  for (const name of [...left, ...others]) removeQuietly(join(compiledFolder, name));
}

const timeOf = (name: string): number => statSync(join(compiledFolder, name)).mtimeMs;

/** With explicit modes: the umask of a run may let others write. */
function makeFolder(owner: number, mode: number): void {
  mkdirSync(compiledFolder, { recursive: true, mode });
  const stats = lstatSync(compiledFolder);
  if (!stats.isDirectory() || (process.geteuid && stats.uid !== owner))
    throw new Error('owned by another user');
  chmodSync(compiledFolder, mode);
}

/** After a loss of power a file that was renamed may else be empty, or hold other bytes. */
function writeDurably(path: string, bytes: Buffer, mode: number): void {
  const fd = openSync(path, 'wx', mode);
  try {
    fchmodSync(fd, mode);
    writeFileSync(fd, bytes);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never made.
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
