/** Progress of a long run: on a terminal, and only after a second. */
import { type Output, writeRaw } from '../io.ts';

const patience = 1000;
const pause = 100;

export interface Progress {
  /** One more is done. */
  readonly tick: () => void;
  /** Removes the line. */
  readonly end: () => void;
}

export function progress(out: Output, what: string, now: () => number = Date.now): Progress {
  let due = now() + patience;
  let isShown = false;
  let done = 0;
  return {
    tick: () => {
      done++;
      if (now() < due) return;
      due = now() + pause;
      // Asked only now, since it is a system call.
      if (!out.isTerminal) return;
      isShown = true;
      writeRaw(out, `\r\u001b[K${done} ${what} …`);
    },
    end: () => {
      if (isShown) writeRaw(out, '\r\u001b[K');
    },
  };
}
