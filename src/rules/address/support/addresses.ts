/** Address options: how many addresses each takes, of which kind, and which of them may be "any". */
import type { Addresses } from '../../../model/network.ts';
import { quote } from '../../message.ts';

export const notIp = (path: string, field: string): string =>
  `${path} must be an IP address, not ${quote(field)}; the agent does not resolve host names here; write the address, or a template such as {{ GetInterfaceIP "eth0" }}`;

/** What is wrong with the number or kind of addresses; templates have a separate rule. */
export function countFault(
  path: string,
  addresses: Addresses,
  { min, unix }: { min: number; unix: boolean },
): string | undefined {
  if (addresses.kind === 'invalid') return notIp(path, addresses.field);
  if (addresses.kind !== 'addresses') return undefined;
  const { items } = addresses;
  if (items.length < min)
    return `${path} is empty, and the agent needs an address to bind to; remove the key for 0.0.0.0, or write an address`;
  if (items.length > 1)
    return `${path} takes one address, not ${items.length}; for client interfaces use client_addr or addresses`;
  if (!unix && items[0]?.kind === 'unix') return `${path} cannot be a unix socket; write an IP address`;
  return undefined;
}
