/** The one configuration that an agent makes of its files. */
import { mergedOrigins, mergedText } from '../app/merge/merge.ts';
import { type PlainOrigin, plainOrigins } from '../app/plain/origins.ts';
import type { Agent } from '../model/agent.ts';
import type { AgentConfig } from '../options/agent-config.ts';
import { shortPath } from '../text/source/path.ts';
import { agentOf } from './files/agent.ts';
import type { AgentFiles } from './given/input.ts';
import { checkOptions } from './given/options.ts';

export interface MergeOptions {
  /** The release of Consul that reads the files. Default: the newest. */
  readonly consul?: string | undefined;
  /** Add the defaults of options that no file sets. Default: false. */
  readonly defaults?: boolean | undefined;
}

export interface Merged {
  /** As plain data. Secrets are in it. */
  readonly config: AgentConfig;
  /** As JSON. Secrets are in it. */
  readonly json: string;
  /** As HCL; undefined where HCL cannot express it so that an agent reads the same. Secrets are in it. */
  readonly hcl: string | undefined;
  /** The first option that HCL cannot express; absent where it can express all. */
  readonly inexpressible?: string;
  /** Every value with the file and line that sets it, and what it replaces. Without secrets. */
  readonly origins: readonly PlainOrigin[];
}

/**
 * Merges files in the order in which the agent reads them: later scalars win, lists are appended, deprecated names become
 * new ones.
 *
 * @throws ConsulCfgError where the agent cannot read a file, with all reasons
 */
export function merge(input: AgentFiles, options: MergeOptions = {}): Merged {
  checkOptions('merge()', options, { consul: 'any', defaults: 'any' });
  const { consul, defaults = false } = options;
  return mergedOf(agentOf('merge()', input, consul), defaults);
}

export function mergedOf(agent: Agent, defaults: boolean): Merged {
  const { text: json } = mergedText(agent, 'json', { defaults });
  const { text, inexpressible } = mergedText(agent, 'hcl', { defaults });
  return {
    config: JSON.parse(json) as AgentConfig,
    json,
    hcl: inexpressible === undefined ? text : undefined,
    ...(inexpressible !== undefined && { inexpressible: shortPath(inexpressible) }),
    origins: plainOrigins(mergedOrigins(agent, { defaults })),
  };
}
