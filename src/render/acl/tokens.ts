/** Every token in the files of an estate's agents, once, and what it must allow. */
import type { NodeSpec } from '../../manifest/node.ts';
import { isReference } from '../../manifest/secrets/references.ts';
import { at, boolAt } from '../../manifest/values.ts';
import type { StringValue, Value } from '../../text/tree/value.ts';

export type PolicyName = 'agent' | 'dns' | 'services' | 'replication';

export interface AgentToken {
  /** Where it is found: the option below `acl.tokens`, and a node that has it. */
  readonly option: string;
  readonly node: NodeSpec;
  /** Policies by name. */
  readonly policies: ReadonlySet<PolicyName>;
  /** The nodes that may keep themselves in the catalog with it. */
  readonly agents: readonly NodeSpec[];
}

interface Draft extends AgentToken {
  readonly policies: Set<PolicyName>;
  readonly agents: NodeSpec[];
}

const policyOf: Readonly<Record<string, PolicyName>> = {
  default: 'dns',
  dns: 'dns',
  config_file_service_registration: 'services',
  replication: 'replication',
};

const options = ['agent', ...Object.keys(policyOf)];

/** Tokens that one reference gives are one token, however many options and nodes have it. */
export function agentTokens(nodes: readonly NodeSpec[]): AgentToken[] {
  const drafts = new Map<string, Draft>();
  for (const node of nodes) for (const option of options) note(drafts, node, option);
  const made = [...drafts.values()];
  for (const draft of made) if (draft.agents.length > 1) draft.policies.add('agent');
  return made;
}

function note(drafts: Map<string, Draft>, node: NodeSpec, option: string): void {
  const token = tokenAt(node, option);
  if (!token) return;
  const key = secretKey(token);
  const draft = drafts.get(key) ?? { option, node, policies: new Set(), agents: [] };
  drafts.set(key, draft);
  const policy = policyOf[option];
  if (policy) draft.policies.add(policy);
  // Agents fall back to the default token.
  if (option === 'agent' || (option === 'default' && !tokenAt(node, 'agent'))) draft.agents.push(node);
}

/** Equal for equal secrets: paths are relative to the file that names them. */
export const secretKey = (token: StringValue): string =>
  isReference(token) ? JSON.stringify([token.source.file, token.reference]) : token.value;

/** Nodes whose token has to be set through the API: their files have none, and no server gives them one. */
export function withoutAgentToken(nodes: readonly NodeSpec[]): NodeSpec[] {
  return nodes.filter(
    (node) =>
      !tokenAt(node, 'agent') &&
      !tokenAt(node, 'default') &&
      boolAt(node.config, 'auto_config', 'enabled') !== true,
  );
}

function tokenAt({ config }: NodeSpec, option: string): StringValue | undefined {
  const value: Value | undefined = at(config, 'acl', 'tokens', option);
  return value?.kind === 'string' && (isReference(value) || value.value !== '') ? value : undefined;
}
