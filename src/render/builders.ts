/**
 * The options of an agent from a script. `server`, `client` and `agent` check and complete them and give plain data; all
 * that they refuse is in one `ConsulCfgError`.
 */
import { withoutNulls } from '../manifest/values.ts';
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
import { wantsIn } from '../options/releases/release-keys.ts';
import { defaultVersion } from '../options/releases/versions.ts';
import { suggest } from '../options/suggest/suggest.ts';
import { placeAt } from '../secrets/place.ts';
import { isHidden, withoutSecrets } from '../secrets/values.ts';
import { memberPath } from '../util/text.ts';
import type { Issue } from './config-error.ts';
import type { AgentInput, ClientInput, CommonInput, ServerInput } from './inputs.ts';
import { copyObject, isObject, mergePlain, type PlainObject } from './plain.ts';
import { valueOfPlain } from './plain-value.ts';
import { refuseIssues } from './refusal.ts';
import { unsetSecrets } from './unset-secrets.ts';

/**
 * The options of any agent. Where nothing in them belongs to servers only, servers and clients may share the result.
 *
 * @throws ConsulCfgError with every option that does not exist and every value that does not fit
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
  return complete('agent()', config, {});
}

/**
 * The options of a server; `server: true` is added.
 *
 * @throws ConsulCfgError as `agent` does, and for `server: false`
 * @example
 * toJson(server<'1.20'>({ bootstrap_expect: 3, data_dir: '/opt/consul' }));
 */
export function server<Release extends ConsulRelease = ConsulRelease>(
  config: ServerInput<Release>,
): ServerConfig<Release> {
  return complete('server()', config, { server: true }) as ServerConfig<Release>;
}

/**
 * The options of a client; `server: false` is added.
 *
 * @throws ConsulCfgError as `agent` does, and for options with which only a server starts
 * @example
 * toJson(client<'1.20'>({ retry_join: ['10.0.0.1'] }));
 */
export function client<Release extends ConsulRelease = ConsulRelease>(
  config: ClientInput<Release>,
): ClientConfig<Release> {
  return complete('client()', config, { server: false }) as ClientConfig<Release>;
}

function complete(caller: string, given: unknown, role: Pick<AgentConfig, 'server'>): AgentConfig {
  const { config, issues } = checkedOptions(caller, given);
  refuseIssues(caller, [...unsetSecrets(given), ...issues, ...roleIssues(config, role)]);
  return { ...role, ...config };
}

function roleIssues(
  config: AgentConfig,
  { server: isServer }: Pick<AgentConfig, 'server'>,
): readonly Issue[] {
  if (isServer === undefined) return [];
  const issues: Issue[] = [];
  if (config.server !== undefined && config.server !== isServer)
    issues.push(
      issue(
        'option/value',
        'server',
        `must be ${isServer} or left out here; for the other role call ${isServer ? 'client()' : 'server()'}`,
      ),
    );
  if (!isServer && (config.bootstrap_expect ?? 0) > 0)
    issues.push(issue('quorum/bootstrap-expect', 'bootstrap_expect', serversOnly));
  if (!isServer && config.bootstrap)
    issues.push(issue('quorum/bootstrap-on-client', 'bootstrap', serversOnly));
  return issues;
}

const serversOnly = 'is an option of servers, and a client that sets it does not start; remove it';

const issue = (rule: Issue['rule'], path: string, text: string): Issue => ({
  rule,
  severity: 'error',
  message: `${path} ${text}`,
  path,
  property: path,
});

/** A copy in which `extra` is laid over the rest, and what is wrong with it. */
export interface CheckedOptions {
  readonly config: AgentConfig;
  readonly issues: readonly Issue[];
}

/**
 * Checks names, types and single values as the zod schema of all releases does.
 *
 * @param layer where the options are in a manifest, in which null takes a value away; absent for those of one agent
 * @throws TypeError for what is not plain data
 */
export function checkedOptions(caller: string, given: unknown, layer?: string): CheckedOptions {
  const { extra, ...config } = copyObject(caller, given);
  const at = layer ?? '';
  const value = valueOfPlain(caller, config);
  const set = layer !== undefined && value.kind === 'object' ? withoutNulls(value) : value;
  const issues = validateValue(set, agentBlock, undefined).map((error) => issueOf(error, at));
  if (extra !== undefined && !isObject(extra)) {
    const property = memberPath(at, 'extra');
    issues.push({
      rule: 'option/type',
      severity: 'error',
      message: 'extra must be an object of options',
      property,
    });
    return { config: config as AgentConfig, issues };
  }
  return { config: mergePlain(config, (extra ?? {}) as PlainObject) as AgentConfig, issues };
}

const rules = { unknown: 'option/unknown', type: 'option/type', value: 'option/value' } as const;

function issueOf(error: SchemaError, at: string): Issue {
  const { code, path } = error;
  const property = at === '' ? path : `${at}.${path}`;
  return { rule: rules[code], severity: 'error', message: misfitText(error), path, property };
}

function misfitText({ code, path, kind, at }: SchemaError): string {
  if (code !== 'unknown') return `${path} must be ${wanted(kind)}${givenText(path, at)}`;
  const near =
    kind.shape === 'block' ? suggest(kind.section(), path.slice(path.lastIndexOf('.') + 1))?.use : undefined;
  return `Consul has no option ${path}; ${near ? `did you mean ${near}?` : 'what is not modelled goes into extra'}`;
}

/** The value, where it is one word and not a secret. */
function givenText(path: string, at: SchemaError['at']): string {
  if (!('kind' in at)) return '';
  const shown = withoutSecrets(at, placeAt(path));
  return 'value' in shown && !isHidden(shown) ? `, not ${JSON.stringify(shown.value)}` : '';
}

function wanted(kind: Kind): string {
  if (kind.shape === 'list') return 'a list';
  if (kind.shape === 'variant') return `an object with one of ${Object.keys(kind.variants).join(', ')}`;
  return 'wants' in kind ? wantsIn(kind, defaultVersion) : 'an object';
}
