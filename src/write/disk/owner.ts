/** Which process has made a directory of ours, and whether that has ended: a killed run cannot take its own away. */
import { readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

export interface Owner {
  /** Where its number means something: a host since its start, a container. */
  readonly machine: string;
  readonly pid: number;
  /** Numbers of processes come again; empty where the system does not say. */
  readonly started: string;
}

const ownerName = 'owner';

export function signOwner(folder: string): void {
  const owner: Owner = {
    machine: machine(),
    pid: process.pid,
    started: statusOf(process.pid)?.started ?? '',
  };
  writeFileSync(join(folder, ownerName), `${JSON.stringify(owner)}\n`, { mode: 0o600, flag: 'wx' });
}

/** Undefined if there is no such file, or it is something else. */
export function ownerOf(folder: string): Owner | undefined {
  try {
    const written: Partial<Owner> = JSON.parse(readFileSync(join(folder, ownerName), 'utf8'));
    const { machine, pid, started } = written;
    const isOwner =
      typeof machine === 'string' && typeof started === 'string' && Number.isSafeInteger(pid) && pid! > 0;
    return isOwner ? { machine, pid: pid!, started } : undefined;
  } catch {
    return undefined;
  }
}

/** Of another machine, or unsigned, nothing can be asked: so long without a change, and it has ended. */
const silence = 10 * 60_000;

export function isAbandoned(folder: string): boolean {
  const owner = ownerOf(folder);
  if (owner?.machine === machine()) return !isRunning(owner);
  const stats = statSync(folder, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > silence;
}

export const isHere = (owner: Owner): boolean => owner.machine === machine();

function isRunning({ pid, started }: Owner): boolean {
  const status = statusOf(pid);
  if (status) return status.state !== 'Z' && (started === '' || status.started === started);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** From /proc, after the name of the program, which may hold anything. */
function statusOf(pid: number): { readonly state: string; readonly started: string } | undefined {
  const text = attempt(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields && { state: fields[0]!, started: fields[19] ?? '' };
}

const machine = (): string =>
  [
    hostname(),
    attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()) ?? '',
    attempt(() => readlinkSync('/proc/self/ns/pid')) ?? '',
  ].join(' ');

function attempt(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
