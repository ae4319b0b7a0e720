/** A run that is killed leaves every file old or new, and the next run goes on. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { apply } from '../../src/write/apply.ts';
import { directory } from '../../src/write/disk/directory.ts';
import { plan } from '../../src/write/plan.ts';
import { versions } from './writer.ts';

test('a kill leaves no file half written, and nothing that the next run refuses', async () => {
  const root = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
  const whole = new Set(versions.map(([file]) => file!.content));
  for (const milliseconds of [3, 11, 29]) {
    const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'writer.ts'), root], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    await wait(milliseconds);
    child.kill('SIGKILL');
    await once(child, 'exit');
    for (const { path } of versions[0]!) expect(whole).toContain(readFileSync(join(root, path), 'utf8'));
    const disk = directory(root);
    const planned = plan(versions[0]!, disk);
    expect(planned.steps.filter(({ kind }) => kind === 'refuse')).toEqual([]);
    apply(planned, disk);
    expect(plan(versions[0]!, disk).steps.every(({ kind }) => kind === 'same')).toBe(true);
  }
  rmSync(root, { recursive: true });
}, 120_000);
