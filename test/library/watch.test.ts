import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lint, watch } from '../../src/node.ts';

test('work is done at once and after a change, and the signal ends it', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'consul-cfg-watch-'));
  try {
    const file = join(directory, 'consul.hcl');
    writeFileSync(file, 'data_dri = "/x"\n');
    const ended = new AbortController();
    const seen: string[] = [];
    await watch(
      directory,
      async () => {
        const { findings } = await lint('.', { cwd: directory });
        seen.push(
          findings
            .filter(({ rule }) => rule === 'option/unknown')
            .map(({ path }) => path ?? '')
            .join(),
        );
        if (seen.length === 1) writeFileSync(file, 'data_dir = "/x"\n');
        else ended.abort();
      },
      { signal: ended.signal, pause: 20 },
    );
    expect([seen[0], seen.at(-1)]).toEqual(['data_dri', '']);
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test('a path that does not exist cannot be watched', async () => {
  const { signal } = new AbortController();
  await expect(watch('/nowhere/at/all', () => undefined, { signal })).rejects.toThrow('cannot be watched');
  await expect(watch([], () => undefined, { signal })).rejects.toThrow('watch(): no path was given');
});

test('a signal that ends it during the work ends it', async () => {
  const ended = new AbortController();
  let runs = 0;
  await watch(
    import.meta.dirname,
    async () => {
      runs++;
      ended.abort();
    },
    { signal: ended.signal },
  );
  expect(runs).toBe(1);
});
