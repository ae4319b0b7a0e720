/** The JSON Schema of an agent's configuration, as a script asks for it. */
import type { ConsulRelease } from '../options/agent-config.ts';
import type { Target } from '../options/releases/release-keys.ts';
import { minorOf, minors } from '../options/releases/versions.ts';
import * as emit from './emit.ts';

/**
 * The JSON Schema (draft-07) of a whole configuration, the same as `schemas/consul-agent-1.20.schema.json` of the repository.
 *
 * @param release as for `agentSchema`. Default: the options of all releases.
 * @throws RangeError for a release that is not known.
 * @example
 * writeFileSync('consul-agent.schema.json', JSON.stringify(agentJsonSchema('1.20')));
 */
export function agentJsonSchema(release?: ConsulRelease): JsonSchema {
  return emit.agentJsonSchema(targetOf(release));
}

/** A JSON Schema as plain data. */
export type JsonSchema = emit.JsonSchema;

/** @throws RangeError for a release that is not known */
export function targetOf(release: string | undefined): Target {
  if (release === undefined) return undefined;
  const minor = minorOf(release);
  if (minor) return minor;
  throw new RangeError(`Consul ${release} is not modelled; known are ${minors.join(', ')}`);
}
