/** All files of an estate: those of every node and of the manifest's keys, the policies of its tokens, and the runbook. */

import type { OutFile } from '../manifest/file.ts';
import { keyRecords, type Manifest } from '../manifest/manifest.ts';
import type { NodeSpec } from '../manifest/node.ts';
import { policyFiles } from './acl/policies.ts';
import { nodeFiles } from './node-files.ts';
import { runbookText } from './runbook/runbook.ts';

export function estateFiles(nodes: readonly NodeSpec[], manifest: Manifest): OutFile[] {
  const runbook: OutFile = {
    path: 'RUNBOOK.md',
    mode: 0o644,
    owner: 'root:root',
    content: runbookText(nodes, manifest),
    secret: false,
  };
  return [
    ...nodes.flatMap((node) => nodeFiles(node)),
    ...keyRecords.flatMap(([, key]) => key.files?.(manifest, nodes) ?? []),
    ...policyFiles(nodes),
    runbook,
  ];
}
