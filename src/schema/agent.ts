/** The schemas of an agent's configuration, whole or of one option of it, as a script asks for them. */
import * as z from 'zod';
import { agentBlock } from '../options/agent.ts';
import type { AgentConfig, ConsulRelease, OptionValue } from '../options/agent-config.ts';
import type { AnyAgentConfig } from '../options/generated/agent-config.ts';
import { type Found, findOption } from '../options/lookup.ts';
import { isTaken, type Target } from '../options/releases/release-keys.ts';
import { annotations } from './annotations.ts';
import { targetOf } from './json-schema.ts';
import type { SchemaOf, SectionSchema } from './schema-of.ts';
import { freshBlock, idOf, zodOf } from './zod.ts';

/**
 * The zod schema of a whole configuration. Fragments pass too: no option is required. One parse reports all errors, and
 * each names the option and what it must be. It is a `ZodObject`, and so are its sections: `.extend`, `.pick`,
 * `.partial`, `.shape` and `z.infer` work, `.meta()` of a member has its description, default and deprecation, and
 * `z.toJSONSchema` gives what `agentJsonSchema` gives.
 *
 * @param release the Consul release that will read it, such as `1.16` or `1.20.2`; patches of one minor release share a
 * schema. Default: the options of all releases pass.
 * @throws RangeError for a release that is not known.
 * @example
 * agentSchema('1.20').parse({ ports: { http: 8500 } });
 * const ours = agentSchema('1.20').extend({ owner: z.string() });
 * type Ports = z.infer<ReturnType<typeof agentSchema<'1.20'>>['shape']['ports']>;
 */
export function agentSchema<Release extends ConsulRelease = ConsulRelease>(
  release?: Release,
): SectionSchema<AgentConfig<Release>> {
  const target = targetOf(release);
  const known = whole.get(target) ?? freshBlock(agentBlock, target);
  whole.set(target, known);
  return known as unknown as SectionSchema<AgentConfig<Release>>;
}

const whole = new Map<Target, z.ZodObject>();

/**
 * The zod schema of one option, by its path as `consul-cfg explain` writes it: `[]` for the items of a list, `{}` for
 * the values of a map, the kind of a config entry as a step. A section is a `ZodObject`, a list a `ZodArray`.
 * `.meta()` has `id` (the path, and the release if one is given), `description`, `default`, `examples`, `deprecated`.
 *
 * @param path a literal path gives a typed schema.
 * @param release as for `agentSchema`. Default: the options of all releases.
 * @throws RangeError for an option that does not exist, that the release does not know, and for a release that is not
 * known.
 * @example
 * optionSchema('services[].checks[]', '1.20').parse({ name: 'up', tcp: '127.0.0.1:80', interval: '10s' });
 * const ports = optionSchema('ports', '1.20').pick({ http: true, https: true });
 * optionSchema('config_entries.bootstrap[].service-defaults.protocol').parse('http');
 */
export function optionSchema<
  Path extends (keyof AnyAgentConfig & string) | (string & {}),
  Release extends ConsulRelease = ConsulRelease,
>(path: Path, release?: Release): SchemaOf<OptionValue<Path, Release>> {
  const target = targetOf(release);
  const found = findOption(path);
  if (!found) throw new RangeError(`Consul has no option ${path}`);
  if (!found.trail.every((option) => isTaken(option, target)))
    throw new RangeError(`Consul ${target} has no option ${path}`);
  const id = idOf(found.path, target);
  const known = options.get(id) ?? schemaOf(found, target, id);
  options.set(id, known);
  return known as SchemaOf<OptionValue<Path, Release>>;
}

const options = new Map<string, z.ZodType>();

/** Another one than in the schema of a whole configuration, since it has an id and what is known of the option. */
function schemaOf({ path, kind, option }: Found, target: Target, id: string): z.ZodType {
  const name = path.slice(path.lastIndexOf('.') + 1).replaceAll('[]', '');
  const schema = kind.shape === 'block' ? freshBlock(kind, target) : zodOf(kind, target, name);
  const { default: value, ...about } = annotations(option, target);
  const isWhole = kind === option.kind;
  z.globalRegistry.add(schema, { ...about, ...(isWhole && value !== undefined && { default: value }), id });
  return schema;
}
