/**
 * Configuration from a script. `server`, `client` and `agent` check and complete the options of an agent, `cluster`
 * those of an estate; all give plain data. What they refuse is a `TypeError` of one line that names the option.
 */

import { agentBlock } from '../options/agent.ts';
import type {
  AgentConfig,
  ClientConfig,
  CommonConfig,
  ConsulRelease,
  ServerConfig,
} from '../options/agent-config.ts';
import { type SchemaError, validateValue } from '../options/check.ts';
import type { Kind } from '../options/kinds.ts';
import { suggest } from '../options/suggest/suggest.ts';
import * as print from '../text/print.ts';
import type { AgentInput, ClientInput, CommonInput, ServerInput } from './inputs.ts';
import { copyObject, isObject, mergePlain, type PlainObject, valueOfPlain } from './plain.ts';

/**
 * The options of any agent. Where nothing in them belongs to servers only, servers and clients may share the result.
 *
 * @throws TypeError, one line that names an option that does not exist, or has another type.
 * @example
 * const common = agent({ datacenter: 'dc1', retry_join: ['10.0.0.1'] });
 * toHcl(client({ ...common, node_name: 'app1' }));
 */
export function agent<Release extends ConsulRelease = ConsulRelease>(
  config: CommonInput<Release>,
): CommonConfig<Release>;
export function agent<Release extends ConsulRelease = ConsulRelease>(
  config: AgentInput<Release>,
): AgentConfig<Release>;
export function agent(config: AgentInput): AgentConfig {
  return checkedOptions('agent()', config);
}

/**
 * The options of a server; `server: true` is added.
 *
 * @throws TypeError, one line that names an option that does not exist, or has another type.
 * @example
 * toJson(server<'1.20'>({ bootstrap_expect: 3, data_dir: '/opt/consul' }));
 */
export function server<Release extends ConsulRelease = ConsulRelease>(
  config: ServerInput<Release>,
): ServerConfig<Release> {
  return { server: true, ...checkedOptions('server()', config) } as ServerConfig<Release>;
}

/**
 * The options of a client; `server: false` is added.
 *
 * @throws TypeError, one line that names an option that does not exist, or has another type.
 * @example
 * toJson(client<'1.20'>({ retry_join: ['10.0.0.1'] }));
 */
export function client<Release extends ConsulRelease = ConsulRelease>(
  config: ClientInput<Release>,
): ClientConfig<Release> {
  return { server: false, ...checkedOptions('client()', config) } as ClientConfig<Release>;
}

/** JSON as an agent reads it. Secrets are in it: mind where it goes. */
export function toJson(config: AgentConfig): string {
  return print.toJson(valueOfPlain('toJson()', copyObject('toJson()', config)));
}

/** HCL as an agent reads it. Secrets are in it: mind where it goes. */
export function toHcl(config: AgentConfig): string {
  return print.toHcl(valueOfPlain('toHcl()', copyObject('toHcl()', config)));
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
