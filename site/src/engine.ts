/** Calls of the worker, as functions that return promises. */
import type { Answer, Call, Work } from './worker/messages.ts';

interface Waiting {
  readonly done: (result: never) => void;
  readonly failed: (error: Error) => void;
}

export function startEngine(): Work {
  const worker = new Worker(new URL('worker.js', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const { id, result, error } = data;
    const call = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) call?.done(result as never);
    else call?.failed(new Error(error));
  });
  const call = (name: keyof Work) => (given: Call['given']) =>
    new Promise((done, failed) => {
      last += 1;
      waiting.set(last, { done, failed });
      worker.postMessage({ id: last, name, given } satisfies Call);
    });
  return new Proxy({}, { get: (_, name) => call(name as keyof Work) }) as Work;
}
