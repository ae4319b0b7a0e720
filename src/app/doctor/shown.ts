/** Where an agent, or its cluster, shows the value of an option. */
import { entriesOf, fieldOf, memberOf } from './json.ts';

/**
 * What the cluster keeps, under names that no field of DebugConfig has: `autopilot:MinQuorum`, `ca:Provider`.
 *
 * @param autopilot the answer of `/v1/operator/autopilot/configuration`
 * @param ca that of `/v1/connect/ca/configuration`
 */
export const keptFields = (autopilot: unknown, ca: unknown): Readonly<Record<string, unknown>> =>
  Object.fromEntries([
    ...entriesOf(autopilot).map(([name, value]) => [`autopilot:${name}`, value]),
    ...['Provider', 'Config'].map((name) => [`ca:${name}`, memberOf(ca, name)]),
  ]);

/** Whether a field is one of the cluster, not of an agent. */
export const isKeptField = (field: string): boolean => field.includes(':');

/** What DebugConfig has in a field; null where it is of a map that has no such member, undefined where nothing is known. */
export function shownAt(config: unknown, field: string): unknown {
  const shown = fieldOf(config, field);
  const isMember = shown === undefined && field.startsWith('TaggedAddresses.');
  return isMember && memberOf(config, 'TaggedAddresses') !== undefined ? null : shown;
}
