/** Names that become directories on whatever machine renders or checks out, and paths of options that are none. */
import { expect, test } from 'vitest';
import { loadManifest } from '../../src/manifest/load.ts';
import { Source } from '../../src/text/source/source.ts';
import { run } from '../support/run.ts';

const findingsOf = (name: string) =>
  loadManifest(new Source('cluster.yaml', `consul: "1.20"\nservers: [${name}]\n`)).findings;

test.each(['CON', 'nul', 'aux.example.org', 'com1', 'LPT9'])(
  '%s is a device on Windows: a warning',
  (name) => {
    expect(findingsOf(name)).toEqual([
      expect.objectContaining({
        rule: 'manifest/node-name',
        severity: 'warning',
        message: expect.stringContaining(name),
      }),
    ]);
  },
);

test.each(['console', 'con-1', 'nulls', 'com', 'com12', 'x.nul', 'lpt'])(
  '%s is a name like any other',
  (name) => {
    expect(findingsOf(name)).toEqual([]);
  },
);

test.each(['__proto__.x=1', 'ports.__proto__=1', '__proto__=1'])(
  '--set %s is a usage error',
  async (setting) => {
    const { code, stderr } = await run([
      'render',
      '--servers',
      'a',
      '--consul',
      '1.20',
      '--out',
      '/none',
      '--set',
      setting,
    ]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('is not an option')]);
  },
);
