/** The services of an agent by the ids under which it registers them. */
import type { Config } from '../../../model/config.ts';
import { each, objectAt, textAt } from '../../../model/value-path.ts';
import { isPlaceholder } from '../../../subjects/agent/predicates.ts';
import type { ObjectValue } from '../../../text/tree/value.ts';
import { memo } from '../../../util/memo.ts';

export interface RegisteredService {
  readonly service: ObjectValue;
  /** `services[2]` */
  readonly path: string;
  readonly name: string;
  /** The name where no id is written. */
  readonly id: string;
}

/** Services with neither name nor id are left out. */
export const registeredServices = memo(({ written }: Config): readonly RegisteredService[] => {
  const found: RegisteredService[] = [];
  each(written, 'services[]', (service, path) => {
    if (service.kind !== 'object') return;
    const name = textAt(service, 'name');
    const id = textAt(service, 'id') || name;
    if (id !== '') found.push({ service, path, name, id });
  });
  return found;
});

/** What a reference to a service of the same agent leads to. */
export type Reference =
  | { readonly kind: 'found' }
  /** A name where an id belongs. */
  | { readonly kind: 'name'; readonly ids: readonly string[] }
  | { readonly kind: 'unknown' };

export function resolveId(config: Config, id: string): Reference {
  const services = registeredServices(config);
  const isSidecar = (service: RegisteredService): boolean =>
    objectAt(service.service, 'connect.sidecar_service') !== undefined &&
    id === `${service.id}-sidecar-proxy`;
  if (services.some((service) => service.id === id || isSidecar(service))) return { kind: 'found' };
  // An id that is still to be filled in may become this one.
  if (services.some((service) => isPlaceholder(service.id))) return { kind: 'found' };
  const ids = services.flatMap((service) => (service.name === id ? [service.id] : []));
  return ids.length > 0 ? { kind: 'name', ids } : { kind: 'unknown' };
}
