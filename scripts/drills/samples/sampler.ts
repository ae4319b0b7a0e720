/** Tries to write to every PostgreSQL four times a second, and adds up how long none and how long two accepted. */
import { loadavg } from 'node:os';
import { type Answer, write } from './postgres.ts';

const INTERVAL = 0.25;
/** A PostgreSQL that has not committed after this time is taken as down. */
const PATIENCE = 2;

/** From `at` (seconds since the start) on a PostgreSQL answered so. */
export interface Change {
  readonly at: number;
  readonly host: string;
  /** Or whether the other hosts reach it. */
  readonly answer: Answer | 'cut off' | 'connected';
}

/** What the samples of a run add up to, in seconds. */
export interface Figures {
  readonly seconds: number;
  /** Without a PostgreSQL that accepts writes and that others reach: all intervals, and the longest. */
  readonly without: number;
  readonly longest: number;
  /** With two or more of them. */
  readonly two: number;
  /** The latest that a sample started after its time: how busy the machine was. */
  readonly lag: number;
  readonly load: number;
  /** `12.3 pg-srv1 writable`: each change of an answer, and each step of the drill. */
  readonly events: readonly string[];
}

export interface Sampler {
  readonly addHost: (host: string, socketFile: string) => void;
  /** The hosts whose last write was committed. */
  readonly writable: () => readonly string[];
  /** Starts a new record. */
  readonly start: () => void;
  readonly note: (text: string) => void;
  /** Whether the other hosts reach a host. */
  readonly reach: (host: string, answer: 'cut off' | 'connected') => void;
  readonly figures: () => Figures;
  readonly end: () => void;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/**
 * Seconds for which the number of writable hosts holds `test`, and the longest interval of them.
 * @param reached whether a host that is cut off counts as not writable, since no other client can write to it
 */
export function timeWith(
  changes: readonly Change[],
  end: number,
  test: (count: number) => boolean,
  reached = false,
): [number, number] {
  const writable = new Set<string>();
  const away = new Set<string>();
  let [sum, longest, current] = [0, 0, 0];
  changes.forEach(({ at, host, answer }, index) => {
    if (answer === 'cut off') away.add(host);
    else if (answer === 'connected') away.delete(host);
    else if (answer === 'writable') writable.add(host);
    else writable.delete(host);
    const count = [...writable].filter((one) => !(reached && away.has(one))).length;
    const length = Math.max(0, (changes[index + 1]?.at ?? end) - at);
    current = test(count) ? current + length : 0;
    if (test(count)) sum += length;
    longest = Math.max(longest, current);
  });
  return [sum, longest];
}

export function newSampler(): Sampler {
  let [zero, lag, load] = [performance.now(), 0, 0];
  let changes: Change[] = [];
  let notes: { readonly at: number; readonly text: string }[] = [];
  const last = new Map<string, Answer>();
  const timers: NodeJS.Timeout[] = [];
  const now = (): number => (performance.now() - zero) / 1000;

  /** A write counts as accepted from its commit on; a host counts as not writable from when the failed write began. */
  const record = (host: string, answer: Answer, began: number): void => {
    if (last.get(host) === answer) return;
    last.set(host, answer);
    changes.push({ at: Math.max(0, answer === 'writable' ? now() : began), host, answer });
  };

  const addHost: Sampler['addHost'] = (host, socketFile) => {
    let busy = false;
    let due = performance.now();
    last.set(host, 'down');
    timers.push(
      setInterval(async () => {
        lag = Math.max(lag, (performance.now() - due) / 1000 - INTERVAL);
        due = performance.now();
        load = Math.max(load, loadavg()[0]!);
        if (busy) return;
        busy = true;
        const began = now();
        record(host, await write(socketFile, PATIENCE * 1000), began);
        busy = false;
      }, INTERVAL * 1000),
    );
  };

  const start: Sampler['start'] = () => {
    [zero, lag, load] = [performance.now(), 0, 0];
    notes = [];
    changes = [...last].map(([host, answer]) => ({ at: 0, host, answer }));
  };

  const figures: Sampler['figures'] = () => {
    const seconds = now();
    const inOrder = changes.toSorted((a, b) => a.at - b.at);
    const [without, longest] = timeWith(inOrder, seconds, (count) => count === 0, true);
    const [two] = timeWith(inOrder, seconds, (count) => count > 1);
    const events = [...inOrder.map(({ at, host, answer }) => ({ at, text: `${host} ${answer}` })), ...notes];
    return {
      seconds: round(seconds),
      without: round(without),
      longest: round(longest),
      two: round(two),
      lag: round(lag),
      load: round(load),
      events: events.toSorted((a, b) => a.at - b.at).map(({ at, text }) => `${at.toFixed(1)} ${text}`),
    };
  };

  return {
    addHost,
    writable: () => [...last].filter(([, answer]) => answer === 'writable').map(([host]) => host),
    start,
    note: (text) => notes.push({ at: now(), text }),
    reach: (host, answer) => changes.push({ at: now(), host, answer }),
    figures,
    end: () => timers.forEach(clearInterval),
  };
}
