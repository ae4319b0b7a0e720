/** How far a long run is: on a terminal, and only when somebody would begin to wonder. */
import type { Output } from './io.ts';

const patience = 1000;
const pause = 100;

export interface Progress {
  /** One more is done. */
  readonly tick: () => void;
  /** Takes the line away again. */
  readonly end: () => void;
}

export function progress(out: Output, what: string, now: () => number = Date.now): Progress {
  const start = now();
  let shown = 0;
  let done = 0;
  return {
    tick: () => {
      done++;
      if (!out.isTerminal || now() - Math.max(start + patience - pause, shown) < pause) return;
      shown = now();
      out.write(`\r\u001b[K${done} ${what} …`);
    },
    end: () => {
      if (shown > 0) out.write('\r\u001b[K');
    },
  };
}
