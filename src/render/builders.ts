/**
 * Configuration from a script. `server`, `client` and `agent` check and complete the options of an agent, `cluster`
 * those of an estate; all give plain data. What they refuse is a `TypeError` of one line that names the option.
 */

import { agentBlock } from '../options/agent.ts';
import { type SchemaError, validateValue } from '../options/check.ts';
import type { AgentConfig } from '../options/generated/agent-config.ts';
import type { Kind } from '../options/kinds.ts';
import { suggest } from '../options/suggest/suggest.ts';
import { wrapFree } from '../options/wrap-free.ts';
import * as print from '../text/print.ts';
import { copyObject, isObject, mergePlain, type PlainObject, valueOfPlain } from './plain.ts';

export interface Extra {
  /** Options that are not modelled: laid over the others as they are, unchecked here, linted all the same. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/** Options of an agent, and what is not modelled. */
export type AgentInput = AgentConfig & Extra;

/** The options of any agent, such as those that all agents of a cluster share. */
export function agent(config: AgentInput): AgentConfig {
  return checkedOptions('agent()', config);
}

/** The options of a server; `server: true` is added. */
export function server(config: AgentInput): AgentConfig {
  return { server: true, ...checkedOptions('server()', config) };
}

/** The options of a client; `server: false` is added. */
export function client(config: AgentInput): AgentConfig {
  return { server: false, ...checkedOptions('client()', config) };
}

/** JSON as an agent reads it. Secrets are in it: mind where it goes. */
export function toJson(config: AgentConfig): string {
  return print.toJson(valueOfPlain('toJson()', copyObject('toJson()', config)));
}

/** HCL as an agent reads it. Secrets are in it: mind where it goes. */
export function toHcl(config: AgentConfig): string {
  return print.toHcl(wrapFree(valueOfPlain('toHcl()', copyObject('toHcl()', config))));
}

/** A copy in which `extra` is laid over the rest. Names and types are checked; values are the lint's business. */
export function checkedOptions(caller: string, given: unknown): AgentConfig {
  const { extra, ...config } = copyObject(caller, given);
  if (extra !== undefined && !isObject(extra)) throw new TypeError(`${caller}: extra wants an object`);
  const [first, ...more] = validateValue(valueOfPlain(caller, config), agentBlock, undefined).filter(
    ({ code }) => code !== 'value',
  );
  if (first) {
    const others = more.length > 0 ? ` (and ${more.length} more)` : '';
    throw new TypeError(`${caller}: ${misfitText(first)}${others}`);
  }
  return mergePlain(config, (extra ?? {}) as PlainObject) as AgentConfig;
}

function misfitText({ code, path, kind }: SchemaError): string {
  if (code !== 'unknown') return `${path} must be ${wanted(kind)}`;
  const near =
    kind.shape === 'block' ? suggest(kind.section(), path.slice(path.lastIndexOf('.') + 1))?.use : undefined;
  return `Consul has no option ${path}${near ? `; did you mean ${near}?` : '; what is not modelled goes into extra'}`;
}

function wanted(kind: Kind): string {
  if (kind.shape === 'list') return 'a list';
  return 'wants' in kind ? kind.wants : 'an object';
}
