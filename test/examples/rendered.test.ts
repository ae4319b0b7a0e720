/** The committed output of each example is what its manifest renders to. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderFiles } from '../../src/app/render/files.ts';
import { placeholders } from '../../src/app/render/placeholders.ts';
import { prepare } from '../../src/app/render/prepare.ts';
import { diskLibrary } from '../../src/manifest/library.ts';
import { Source } from '../../src/text/source/source.ts';
import { apply } from '../../src/write/apply.ts';
import { type MemoryFile, memory } from '../../src/write/disk/memory.ts';
import { plan } from '../../src/write/plan.ts';
import { repository, run } from '../support/run.ts';

const isSecret = (path: string): boolean => /(10-secrets\.json|consul-token\.yml)$/.test(path);
/** What git does not take. */
const isPrivate = (path: string): boolean => isSecret(path) || /(?:^|\/)\.consul-cfg\//.test(path);

async function rendered(example: string): Promise<Record<string, string>> {
  const text = readFileSync(join(repository, example, 'cluster.yaml'), 'utf8');
  const library = diskLibrary({ cwd: join(repository, example) });
  const { ready, findings } = prepare(new Source('cluster.yaml', text), placeholders, library);
  const { files: wanted, findings: wrong } = await renderFiles(ready!.nodes, ready!.manifest, library);
  expect([...findings, ...wrong]).toEqual([]);
  const files = new Map<string, MemoryFile>();
  const disk = memory(files);
  apply(plan(wanted, disk), disk);
  return Object.fromEntries([...files].map(([path, { content }]) => [path, content]));
}

function committed(example: string): Record<string, string> {
  const out = join(repository, example, 'out');
  const paths = readdirSync(out, { recursive: true, encoding: 'utf8' }).map((path) => join(out, path));
  const files = paths.filter((path) => statSync(path).isFile() && !isPrivate(path));
  return Object.fromEntries(files.map((path) => [relative(out, path), readFileSync(path, 'utf8')]));
}

const open = (files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !isPrivate(path)));

describe.each([
  { example: 'examples/patroni', release: '1.16', secrets: 3, different: 1 },
  // Each agent has its own token, and the two Patronis share one.
  { example: 'examples/tls-acl', release: '1.20', secrets: 7, different: 7 },
  { example: 'examples/packaged-unit', release: '1.20', secrets: 4, different: 1 },
])('$example', ({ example, release, secrets, different }) => {
  test('the committed output is up to date', async () => {
    expect(committed(example)).toEqual(open(await rendered(example)));
  });

  test('secrets have files of their own', async () => {
    const found = Object.entries(await rendered(example)).filter(([path]) => isSecret(path));
    expect(found).toHaveLength(secrets);
    expect(new Set(found.map(([, content]) => content)).size).toBe(different);
  });

  test('it is lint clean', async () => {
    const { code, stdout } = await run(['lint', `${example}/out`, '--consul', release]);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/error/);
  });
});
