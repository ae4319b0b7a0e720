/** In which order systemd starts and stops Consul and Patroni: the stop is the reverse of the start. */
import { basename } from 'node:path';
import type { Directive } from '../../text/systemd.ts';
import type { Unit } from '../unit/unit.ts';
import type { PatroniService } from './files.ts';
import { directivesOf } from './service.ts';

/** The names of the unit of Consul: of its file, and its aliases. */
export const consulNames = (unit: Unit): readonly string[] => [
  basename(unit.texts[0]?.source.file ?? ''),
  ...unit.all('Install', 'Alias').flatMap(({ value }) => value.split(/\s+/)),
];

/** Without the unit of Consul, any name that is like one. */
export function isConsulUnit(name: string, unit: Unit | undefined): boolean {
  return unit ? consulNames(unit).includes(name) : /consul/i.test(name);
}

/** A template is named by its instances: `patroni@15-main.service`. */
export function isPatroniUnit(name: string, service: PatroniService | undefined): boolean {
  if (!service) return /^patroni/.test(name);
  const [template, isTemplate] = [service.name.replace(/@\.service$/, '@'), service.name.includes('@.')];
  return isTemplate ? name.startsWith(template) : name === service.name;
}

/** True where one of both units says that Consul starts first, and so stops last. */
export function consulStopsLast(unit: Unit | undefined, service: PatroniService | undefined): boolean {
  const after = service ? directivesOf(service, 'Unit', 'After').flatMap(words) : [];
  const before = unit?.all('Unit', 'Before').flatMap(words) ?? [];
  return (
    after.some((name) => isConsulUnit(name, unit)) || before.some((name) => isPatroniUnit(name, service))
  );
}

/** True where one of both units says that Consul starts last, and so stops first. */
export function stopsFirst(unit: Unit, service: PatroniService | undefined): boolean {
  const before = service ? directivesOf(service, 'Unit', 'Before').flatMap(words) : [];
  return (
    before.some((name) => isConsulUnit(name, unit)) ||
    unit
      .all('Unit', 'After')
      .flatMap(words)
      .some((name) => isPatroniUnit(name, service))
  );
}

export const words = ({ value }: Directive): readonly string[] =>
  value.split(/\s+/).filter((word) => word !== '');
