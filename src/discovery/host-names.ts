/** Whether the name of a directory or file is that of one machine among others of its cluster. */
import { basename, dirname } from 'node:path';
import { isRoleName } from '../subjects/agent/predicates.ts';
import type { Located } from './estates.ts';

/** Directories of environments, examples, lessons and datacenters, which have a cluster each. */
const groupWords = new Set(
  (
    'case ch chapter cluster clusters day dc dcs datacenter demo demos deploy dev development env envs environment ex ' +
    'example examples exercise exercises k8s lab labs lesson lessons live local module modules part partition phase prod ' +
    'production profile project qa region release sample samples sandbox scenario section site sites stage staging step ' +
    'steps task test tests topology tutorial uat v ver version week zone'
  ).split(' '),
);

const inventories =
  /^(?:hosts?|nodes?|machines?|inventory|inventories|host_vars|instances?|vms?|servers?|clients?|agents?)$/i;

/** A directory whose children are machines by its name. */
export const isInventory = (path: string): boolean => inventories.test(basename(path));

export function isHostName(name: string, { node, path, isMachine, isNamed, isPicked }: Located): boolean {
  const own = node.config.string('node_name')?.trim().toLowerCase();
  const folded = name.toLowerCase();
  if (own !== undefined && (own === folded || own.split('.')[0] === folded)) return true;
  const words = folded.split(/[-_.\s]|(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])/).filter(Boolean);
  if (words.some((word) => groupWords.has(word)) || isRegion(folded)) return false;
  if (/\d/.test(name) || /^[a-z]$/i.test(name)) return true;
  if (isRoleName(name)) return false;
  return isMachine || isNamed || isPicked || isInventory(dirname(path));
}

/** `us-east-1`, `eu-west`. */
const isRegion = (name: string): boolean =>
  /^(?:af|ap|ca|eu|il|me|mx|sa|us)[-_](?:gov[-_])?(?:central|east|north|south|west)/.test(name);
