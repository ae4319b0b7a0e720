/** Whether the name of a directory or file is that of one machine among others of its cluster. */
import { basename, dirname } from 'node:path';
import { isGroupName, isMachineName, isRoleName } from '../../subjects/agent/predicates.ts';
import type { Located } from '../located.ts';

const inventories =
  /^(?:hosts?|nodes?|machines?|inventory|inventories|host_vars|instances?|vms?|servers?|clients?|agents?)$/i;

/** A directory whose children are machines by its name. */
export const isInventory = (path: string): boolean => inventories.test(basename(path));

export function isHostName(name: string, { node, path, isMachine, isNamed, isPicked }: Located): boolean {
  const own = node.config.string('node_name')?.trim().toLowerCase();
  const folded = name.toLowerCase();
  if (own !== undefined && (own === folded || own.split('.')[0] === folded)) return true;
  if (isGroupName(name)) return false;
  if (isMachineName(name)) return true;
  if (isRoleName(name)) return false;
  return isMachine || isNamed || isPicked || isInventory(dirname(path));
}
