/** All files of an estate: those of every node, the policies of its tokens, and the runbook. */
import type { Manifest } from '../manifest/manifest.ts';
import type { NodeSpec } from '../manifest/node.ts';
import { policyFiles } from './acl/policies.ts';
import type { OutFile } from './file.ts';
import { firewallFiles } from './firewall/files.ts';
import { nodeFiles } from './node-files.ts';
import { patroniFiles } from './patroni.ts';
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
    ...nodes.flatMap((node) => [...nodeFiles(node), ...patroniFiles(node)]),
    ...firewallFiles(nodes, manifest.firewall),
    ...policyFiles(nodes),
    runbook,
  ];
}
