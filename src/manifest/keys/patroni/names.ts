/** The names under which Patroni registers its members with `register_service`. */
import type { ObjectValue } from '../../../text/tree/value.ts';
import { stringAt } from '../../values.ts';
import type { Patroni } from './patroni.ts';

/** The service name that Patroni derives from its scope. */
export const serviceName = (scope: string): string =>
  scope
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, (sign) =>
      /[._ ]/.test(sign) ? '-' : `u${String(sign.codePointAt(0)).padStart(4, '0')}`,
    )
    .slice(0, 230);

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
