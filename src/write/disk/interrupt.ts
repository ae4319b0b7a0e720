/** Removes unfinished work when the process receives a signal; then the process ends as it would have. */
const cleanups = new Set<() => void>();
let isListening = false;

/** @returns ends the watch over `clean` */
export function onInterrupt(clean: () => void): () => void {
  cleanups.add(clean);
  listen();
  return () => cleanups.delete(clean);
}

/** From the first write on: until then an interrupt ends a run in the midst of its work. */
function listen(): void {
  if (isListening) return;
  isListening = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      for (const clean of cleanups) clean();
      process.kill(process.pid, signal);
    });
  }
}
