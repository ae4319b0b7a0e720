/** A process that writes two versions of the same files in turn until it is killed. */
import type { OutFile } from '../../src/manifest/file.ts';
import { apply } from '../../src/write/apply.ts';
import { directory } from '../../src/write/disk/directory.ts';
import { plan } from '../../src/write/plan.ts';

export const versions = ['1', '2'].map((digit): OutFile[] =>
  Array.from({ length: 40 }, (_, i) => ({
    path: `node${i % 8}/etc/file${i}`,
    mode: 0o644,
    owner: 'root:root',
    content: `${digit.repeat(200_000)}\n`,
    secret: i % 4 === 0,
  })),
);

const [, script, root] = process.argv;
if (root !== undefined && script === import.meta.filename) {
  for (let turn = 0; ; turn++) {
    const disk = directory(root);
    apply(plan(versions[turn % 2]!, disk), disk);
    if (turn === 0) process.stdout.write('begun\n');
  }
}
