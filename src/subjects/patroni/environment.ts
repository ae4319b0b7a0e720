/** Environment variables that configure Patroni: they replace what its files say. */
import { posix } from 'node:path';
import { assignmentsIn, type Variable, variablesOf } from '../../text/environment.ts';
import type { Value } from '../../text/tree/value.ts';
import type { PatroniFiles, PatroniService } from './files.ts';
import { directivesOf, environmentFiles } from './service.ts';

/** Of the unit that starts it: its own assignments, then the files that it names. Without a unit, of all files in sight. */
export function environmentOf(
  { environments, root }: PatroniFiles,
  service: PatroniService | undefined,
): readonly Variable[] {
  if (!service) return environments.flatMap(variablesOf).filter(isPatronis);
  const named = new Set(environmentFiles(service).map((path) => posix.normalize(path)));
  const isNamed = (file: string): boolean =>
    root !== undefined &&
    [...named].some((path) => posix.normalize(`${root}/${path}`) === posix.normalize(file));
  return [
    ...directivesOf(service, 'Service', 'Environment').flatMap(assignmentsIn),
    ...environments.filter(({ file }) => isNamed(file)).flatMap(variablesOf),
  ].filter(isPatronis);
}

const isPatronis = ({ name }: Variable): boolean => name.startsWith('PATRONI_');

const lists = /_(?:HOSTS|PORTS|CHECKS|SERVICE_TAGS)$/;
const flags = /_(?:USE_PROXIES|REGISTER_SERVICE|USE_ENDPOINTS|BYPASS_API_SERVICE|VERIFY)$/;

/** As Patroni reads it; undefined where that is not known before it runs, or where it is nothing. */
export function variableValue({ name, value, at }: Variable): Value | undefined {
  if (value === '' || /[$%`]|\{\{/.test(value)) return undefined;
  if (flags.test(name)) return { ...at, kind: 'bool', value: /^(?:1|t|true|y|yes|on)$/i.test(value) };
  if (!lists.test(name)) return { ...at, kind: 'string', value };
  const items = value
    .replace(/^\s*\[|\]\s*$/g, '')
    .split(',')
    .map((item) => item.trim().replace(/^-\s+|^["']|["']$/g, ''))
    .filter((item) => item !== '');
  return {
    ...at,
    kind: 'list',
    blocks: false,
    items: items.map((item) => ({ ...at, kind: 'string', value: item })),
  };
}
