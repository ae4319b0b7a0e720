/** Trees of hosts on disk, read as lint reads them, and what their agents run with. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isFailed } from '../../../src/app/failure.ts';
import { nodesIn, openSession } from '../../../src/app/lint/session.ts';
import { fileFacts } from '../../../src/app/machine/facts.ts';
import { machineFiles } from '../../../src/app/machine/files.ts';
import { loadSettings } from '../../../src/app/settings/load.ts';
import { hostsOf } from '../../../src/import/hosts.ts';
import { withDefaults } from '../../../src/model/resolve/defaults.ts';
import type { Node } from '../../../src/subjects/subjects.ts';
import { toPlain } from '../../../src/text/tree/value.ts';

export function writeTree(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

export async function readNodes(cwd: string, paths: readonly string[], consul: string): Promise<Node[]> {
  const files = machineFiles(cwd);
  const loaded = await loadSettings({ files, directory: cwd });
  if (isFailed(loaded)) throw new Error('the settings cannot be read');
  const session = await openSession({ paths, files, loaded, release: consul, facts: fileFacts(cwd, false) });
  if (isFailed(session)) throw new Error('a path cannot be read');
  return [...nodesIn(session.found)];
}

/** By the name that the manifest gives each node. */
export function effectiveConfigs(nodes: readonly Node[]): Map<string, unknown> {
  return new Map(
    hostsOf(nodes).hosts.map(({ name, node }) => [name, normalized(toPlain(withDefaults(node)))]),
  );
}

/** As the agent reads these names: lower-cased, trimmed. */
function normalized(plain: unknown): unknown {
  const config = plain as Record<string, unknown>;
  const lower = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : value);
  return {
    ...config,
    ...('datacenter' in config && { datacenter: lower(config.datacenter) }),
    ...('primary_datacenter' in config && { primary_datacenter: lower(config.primary_datacenter) }),
    ...(typeof config.node_name === 'string' && { node_name: config.node_name.trim() }),
  };
}
