/** Merge: the one configuration that an agent makes of its files. */
import type { Agent } from '../../model/agent.ts';
import type { ConfigFormat } from '../../model/load/file.ts';
import { withDefaults } from '../../model/resolve/defaults.ts';
import { type Origin, originsIn } from '../../model/resolve/origins.ts';
import { findOption } from '../../options/lookup.ts';
import { rootPlace } from '../../secrets/place.ts';
import { withoutSecrets } from '../../secrets/values.ts';
import { toJson } from '../../text/print.ts';
import type { ObjectValue } from '../../text/tree/value.ts';
import { hclOf } from './hcl.ts';

export interface MergeOptions {
  /** Add the defaults of options that no file sets. */
  readonly defaults: boolean;
}

export interface Merged {
  readonly text: string;
  /** The first option that HCL cannot express so that an agent reads the same; the text is JSON then. */
  readonly inexpressible?: string;
}

/** The merged configuration as text, secrets included. */
export function mergedText(agent: Agent, to: ConfigFormat, options: MergeOptions): Merged {
  const root = rootOf(agent, options);
  const hcl = to === 'hcl' ? hclOf(root, agent) : undefined;
  if (hcl && 'text' in hcl) return hcl;
  return { text: toJson(root, { isList }), ...hcl };
}

/** Every value with the place that sets it, and what it replaces. Secrets are hidden. */
export function mergedOrigins(agent: Agent, options: MergeOptions): readonly Origin[] {
  return originsIn(withoutSecrets(rootOf(agent, options), rootPlace) as ObjectValue, agent.config);
}

const rootOf = (agent: Agent, { defaults }: MergeOptions): ObjectValue =>
  defaults ? withDefaults(agent) : agent.config.resolved;

const isList = (path: string): boolean => findOption(path)?.kind.shape === 'list';
