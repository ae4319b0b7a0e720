/** What systemd and the binary of this machine say; loaded only by `doctor --on-host`. Programs are started without a shell. */
import { execFile } from 'node:child_process';
import { readlinkSync, realpathSync, statSync } from 'node:fs';
import type { Answered, HostReader, Program } from '../doctor/host/reader.ts';

/** Where distributions keep it: a PATH may name another program of that name. */
const places: readonly string[] = [
  '/usr/bin/systemctl',
  '/bin/systemctl',
  '/run/current-system/sw/bin/systemctl',
];

const timeout = 5000;

/** @param systemctl the program that is asked; default: that of the system */
export const hostReader = (systemctl?: string): HostReader => ({
  unit: (name, properties) => unitOf(systemctl ?? places.find(isProgram), name, properties),
  program: programAt,
});

async function unitOf(
  systemctl: string | undefined,
  name: string,
  properties: readonly string[],
): Promise<Answered> {
  if (systemctl === undefined) return { kind: 'none', reason: 'systemd is not installed' };
  const ran = await output(systemctl, [
    'show',
    '--no-pager',
    `--property=${properties.join(',')}`,
    '--',
    name,
  ]);
  if (ran.text === undefined) return { kind: 'none', reason: reasonOf(ran.problem) };
  const lines = ran.text.split('\n').flatMap((line) => {
    const at = line.indexOf('=');
    return at > 0 ? [[line.slice(0, at), line.slice(at + 1)] as const] : [];
  });
  return { kind: 'unit', properties: new Map(lines) };
}

const reasonOf = (problem: string): string =>
  /booted with systemd|connect to bus/.test(problem)
    ? 'systemd does not run here'
    : `systemctl has no answer (${problem})`;

/** @param pid the process that was started from it; 0 for none */
async function programAt(path: string, pid: number): Promise<Program> {
  const link = pid > 0 ? attempt(() => readlinkSync(`/proc/${pid}/exe`)) : undefined;
  return {
    release: isSafe(path) ? await releaseOf(path) : undefined,
    // Packages and archives keep the time of writing; that of the entry is when it came here.
    changed: attempt(() => statSync(path))?.ctimeMs,
    ...(link !== undefined && { isReplaced: link.endsWith(' (deleted)') }),
  };
}

async function releaseOf(path: string): Promise<string | undefined> {
  const { text = '' } = await output(path, ['version']);
  return /^Consul v(\d+\.\d+\.\d+)/m.exec(text)?.[1];
}

/** What others may change, or replace, is not started: whoever looks may have more rights than they. */
function isSafe(path: string): boolean {
  const real = attempt(() => realpathSync(path));
  if (real === undefined || !isProgram(real)) return false;
  const ways = real.split('/').map((_, i, names) => names.slice(0, names.length - i).join('/') || '/');
  return ways.every(isOurs);
}

/** In a directory with the sticky bit, such as /tmp, others cannot replace what is not theirs. */
function isOurs(path: string): boolean {
  const stats = statSync(path);
  const isKept = stats.isDirectory() && (stats.mode & 0o1000) !== 0;
  return (stats.uid === 0 || stats.uid === process.getuid?.()) && (isKept || (stats.mode & 0o022) === 0);
}

const isProgram = (path: string): boolean => attempt(() => statSync(path).isFile()) === true;

/** In English and UTC, and without the variables of the caller, among which may be tokens. */
const env = { LC_ALL: 'C', TZ: 'UTC' };

function output(program: string, words: readonly string[]): Promise<{ text?: string; problem: string }> {
  return new Promise((resolve) => {
    execFile(
      program,
      words,
      { env, cwd: '/', timeout, killSignal: 'SIGKILL', maxBuffer: 1024 * 1024 },
      (error, stdout, stderr) => {
        const printed = stderr.trim().split('\n', 1)[0] ?? '';
        if (!error) resolve({ text: stdout, problem: '' });
        else
          resolve({ problem: error.killed ? `no end within ${timeout / 1000} s` : printed || error.message });
      },
    );
  });
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
