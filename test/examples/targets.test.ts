/** The committed files of each target are what the manifest of the example renders to. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadManifest, type TargetName } from '../../src/node.ts';
import { repository } from '../support/run.ts';

const cwd = join(repository, 'examples/targets');

test.each<[TargetName, string, string]>([
  ['ansible', 'ansible/inventory.yaml', 'ansible/inventory.yaml'],
  ['cloud-init', 'srv1/user-data', 'cloud-init/srv1/user-data'],
  ['compose', 'compose.yaml', 'compose/compose.yaml'],
])('%s', async (target, path, committed) => {
  const { files, report } = await loadManifest('cluster.yaml', { cwd, target });
  expect(report.summary.errors).toBe(0);
  const { content } = files.find((file) => file.path === path)!;
  if (process.env.RECORD) writeFileSync(join(cwd, committed), content);
  expect(content).toBe(readFileSync(join(cwd, committed), 'utf8'));
});
