/**
 * zod schemas of an agent's configuration: `consul-cfg/schemas`. They accept what one should write, and their errors
 * name the option and what it wants. Schemas are built at their first use and kept.
 */

import type * as z from 'zod';
import { agent, agentBlock } from './options/agent.ts';
import type { AgentConfig } from './options/agent-config.ts';
import { minorOf, minors } from './options/releases/versions.ts';
import { zodOf } from './schema/zod.ts';
import { own } from './util/collections.ts';

export type * from './options/agent-config.ts';

/**
 * The schema of a whole configuration. Fragments pass too: no option is required.
 *
 * @param version the Consul release that will read it, such as `1.16` or `1.20.2`; without it, any release's options
 * pass. Patches of one minor release share a schema.
 * @throws RangeError for a release that is not modelled.
 */
export function agentSchema(version?: string): z.ZodType<AgentConfig> {
  return zodOf(agentBlock, targetOf(version), 'a configuration') as z.ZodType<AgentConfig>;
}

/**
 * The schema of one top-level option: `optionSchema('services', '1.16').parse([{ name: 'web' }])`.
 *
 * @throws RangeError for an option that does not exist, and for a release that is not modelled.
 */
export function optionSchema<Name extends keyof AgentConfig>(
  name: Name,
  version?: string,
): z.ZodType<NonNullable<AgentConfig[Name]>> {
  const option = own(agent, name);
  if (!option) throw new RangeError(`Consul has no option ${name}`);
  const schema = zodOf(option.kind, targetOf(version), name);
  return schema as z.ZodType<NonNullable<AgentConfig[Name]>>;
}

function targetOf(version: string | undefined): string | undefined {
  if (version === undefined) return undefined;
  const minor = minorOf(version);
  if (minor) return minor;
  throw new RangeError(`Consul ${version} is not modelled; known are ${minors.join(', ')}`);
}
