/**
 * Variables of roles that configure Consul: a file of variables is an agent of which more may be known elsewhere, an inventory is a
 * cluster under its names, and a playbook has both variables and texts that its tasks write.
 */
import { posix } from 'node:path';
import type { Source } from '../../text/source/source.ts';
import { objectIn } from '../../text/tree/read.ts';
import type { SourceFiles, World } from '../source.ts';
import { agentOf } from './agent.ts';
import { type Inventory, readIni, readYamlInventory } from './inventory.ts';
import { worldOfInventory } from './inventory-world.ts';
import { isInventoryName, isVariablesName } from './names.ts';
import { worldOfPlaybook } from './playbooks/world.ts';
import { roleOf } from './roles/roles.ts';
import { valueIn, variablesIn } from './variables.ts';

export function readAnsible(source: Source, files: SourceFiles): World | undefined {
  if (isVariablesName(source.file)) return worldOfVariables(source);
  const root = /\.ini$/.test(source.file) ? undefined : valueIn(source);
  if (root?.kind === 'list') return worldOfPlaybook(root, source, files);
  const inventory = isInventoryName(source.file) ? inventoryIn(source, objectIn(root)) : undefined;
  return inventory && worldOfInventory(inventory, source, files);
}

function inventoryIn(source: Source, root: ReturnType<typeof objectIn>): Inventory | undefined {
  if (root) return root.members.size > 0 ? readYamlInventory(root) : undefined;
  return !/\.ya?ml$/.test(source.file) && isIni(source) ? readIni(source) : undefined;
}

const isIni = ({ text }: Source): boolean => /^[ \t]*\[[\w:.-]+\][ \t\r]*(?:#.*)?$/m.test(text);

function worldOfVariables(source: Source): World | undefined {
  const root = variablesIn(source);
  const role = root && roleOf(root.members);
  if (!root || !role) return undefined;
  const name = posix.basename(source.file).replace(/\.ya?ml$/, '');
  const at = source.span(0, 0);
  const host = { name, at, variables: root.members, role, groups: [], servers: undefined };
  return { kind: 'ansible', source, texts: [source], agents: [agentOf(host)], isWhole: false };
}
