/** A file that is laid over a Compose file, named by itself. */
import { expect, test } from 'vitest';
import { isFailed } from '../../src/app/failure.ts';
import { memoryFiles } from '../../src/app/files/memory.ts';
import { lint } from '../../src/app/lint/lint.ts';
import { thisMachine } from '../../src/app/machine/this-machine.ts';
import { noSettings } from '../../src/app/settings/load.ts';

test.each([
  ['compose.override.yaml', /^this file is laid over the Compose file of its name without "override"/],
  ['docker-compose.override.yml', /^this file is laid over/],
  ['compose.yaml', /^this file is neither a manifest nor settings/],
])('%s says where it is checked', async (name, message) => {
  const text = 'services:\n  consul:\n    ports: ["8500:8500"]\n';
  const files = memoryFiles({ [`/m/${name}`]: text });
  const result = await lint({ paths: [`/m/${name}`], files, loaded: noSettings, machine: thisMachine() });
  expect(isFailed(result) ? [] : result.findings.map((one) => one.message)).toEqual([
    expect.stringMatching(message),
  ]);
});
