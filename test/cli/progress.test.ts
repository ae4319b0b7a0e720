import { expect, it } from 'vitest';
import { progress } from '../../src/cli/print/progress.ts';

function watch(isTerminal: boolean, ticks: readonly number[]): string {
  let time = 0;
  const written: string[] = [];
  const out = { write: (text: string) => void written.push(text), isTerminal, columns: 80 };
  const shown = progress(out, 'files read', () => time);
  for (const tick of ticks) {
    time = tick;
    shown.tick();
  }
  shown.end();
  return written.join('');
}

it('says nothing of what takes less than a second', () => {
  expect(watch(true, [1, 500, 999])).toBe('');
});

it('says how far it is from then on, ten times a second at most, and takes it away', () => {
  expect(watch(true, [1, 1000, 1050, 1100, 1150])).toBe(
    '\r\u001b[K2 files read …\r\u001b[K4 files read …\r\u001b[K',
  );
});

it('says nothing in a pipe', () => {
  expect(watch(false, [1, 5000, 9000])).toBe('');
});
