/** The tokens that the files give an agent, and whether requests without one are denied. */
import type { Config } from '../../model/config.ts';
import { memo } from '../../util/memo.ts';
import type { Cluster, Node } from '../subjects.ts';
import { aclsEnabled, isFragment, isPlaceholder, isServer, maySetElsewhere } from './predicates.ts';

/** By the last name of their path. */
const names = [
  'initial_management',
  'replication',
  'agent_recovery',
  'agent',
  'config_file_service_registration',
  'default',
  'dns',
] as const;

export type TokenName = (typeof names)[number];

export interface WrittenToken {
  readonly name: TokenName;
  readonly path: string;
  readonly secret: string;
}

/** The options of tokens, for rules that look at several. */
export const tokenPaths: readonly string[] = names.map((name) => `acl.tokens.${name}`);

/** Those whose value is known: what a template is to fill in may be anything. */
export const tokensOf = memo(({ config }: Node): readonly WrittenToken[] =>
  names.flatMap((name) => {
    const path = `acl.tokens.${name}`;
    const secret = config.string(path);
    return secret && !isPlaceholder(secret) ? [{ name, path, secret }] : [];
  }),
);

/** True where the files give one of these tokens, filled in or not. */
export const hasToken = (config: Config, ...wanted: readonly TokenName[]): boolean =>
  wanted.some((name) => Boolean(config.string(`acl.tokens.${name}`)));

/** The agent itself, or a server, whose initial management token it is. */
export const managerWith = (secret: string, node: Node, cluster: Cluster | undefined): Node | undefined =>
  [node, ...(cluster?.servers ?? [])].find((other) =>
    tokensOf(other).some((token) => token.name === 'initial_management' && token.secret === secret),
  );

/** Whose policy counts for requests to this agent: the servers decide, as far as they are in sight. */
function deciding(node: Node, cluster: Cluster | undefined): readonly Node[] {
  const servers = isServer(node) ? [node] : (cluster?.servers ?? []);
  const known = servers.filter(({ config }) => aclsEnabled(config));
  return known.length > 0 ? known : [node];
}

/**
 * True where ACLs are off on the servers, or these allow what no token denies. Undefined where no server is in sight and the
 * agent says nothing of ACLs, or where what is written may not be all.
 */
export function isOpenToAll(node: Node, cluster: Cluster | undefined): boolean | undefined {
  const servers = isServer(node) ? [node] : (cluster?.servers ?? []);
  if (servers.length === 0) return aclsEnabled(node.config) ? false : undefined;
  const open = servers.filter(
    ({ config }) => !aclsEnabled(config) || config.string('acl.default_policy') === 'allow',
  );
  if (open.length < servers.length) return false;
  return servers.some((server) => isFragment(server) || maySetElsewhere(server, 'acl')) ? undefined : true;
}

/**
 * True where the servers deny what no token allows. What a client says of it counts only where no server is in sight.
 */
export function deniesByDefault(node: Node, cluster: Cluster | undefined): boolean {
  if (!aclsEnabled(node.config)) return false;
  return deciding(node, cluster).every(({ config }) => config.string('acl.default_policy') === 'deny');
}

/** True where tokens that were set through the API survive a restart, so that the files need not show them. */
export const keepsTokens = (config: Config): boolean => config.bool('acl.enable_token_persistence') === true;

/** True where a script, a compose file or a template that was found may give the agent its tokens. */
export const mayGetTokens = (node: Node): boolean =>
  (node.deployments ?? []).length > 0 || maySetElsewhere(node, 'acl.tokens');
