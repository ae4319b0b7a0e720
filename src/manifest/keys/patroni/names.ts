/** The names under which Patroni registers its members with `register_service`. */
import { serviceName } from '../../../options/grammars/patroni-service.ts';
import type { ObjectValue } from '../../../text/tree/value.ts';
import type { NodeSpecBase } from '../../structure.ts';
import { at, stringAt } from '../../values.ts';
import type { Patroni } from './patroni.ts';

export interface ServiceName {
  readonly name: string;
  readonly what: string;
}

/** Of every scope that the manifest names; SCOPE where it names none. */
export function serviceNames(
  { scopes }: Pick<Patroni, 'scopes'>,
  config: ObjectValue,
  datacenter: string,
): ServiceName[] {
  const domain = stringAt(config, 'domain')?.replace(/^\.|\.$/g, '') || 'consul';
  const services = scopes.length > 0 ? scopes.map(serviceName) : ['SCOPE'];
  return services.flatMap((service) => [
    { name: `primary.${service}.service.${domain}`, what: 'the primary' },
    { name: `replica.${service}.service.${domain}`, what: 'every replica' },
    { name: `${service}.service.${datacenter}.${domain}`, what: `every member, asked from any datacenter` },
  ]);
}

/** The token of an agent that DNS uses: `dns` where the release has it, else that of all requests without one. */
export const dnsTokenOf = (version: string): 'dns' | 'default' => {
  const [major, minor] = version.split('.').map(Number);
  return major! > 1 || minor! >= 17 ? 'dns' : 'default';
};

/** ACLs deny, and neither token that DNS uses is in the files. */
export function isDeniedDns({ config }: NodeSpecBase): boolean {
  const token = at(config, 'acl', 'tokens', 'dns') ?? at(config, 'acl', 'tokens', 'default');
  return stringAt(config, 'acl', 'default_policy') === 'deny' && token === undefined;
}
