import { aclsEnabled } from '../../subjects/agent/predicates.ts';
import { managerWith, tokenPaths, tokensOf, type WrittenToken } from '../../subjects/agent/tokens.ts';
import { isUuid } from '../../util/text.ts';
import { rule } from '../rule.ts';

export const tokenForm = rule({
  id: 'acl/token-form',
  scope: 'node',
  source: 'runtime',
  severity: {
    default: 'warning',
    error: 'of a token that no request can use, or that every request without a token has',
    info: 'of an initial_management token that is long, but not a UUID',
  },
  options: tokenPaths,
  docs: {
    summary: 'A token has a form that cannot be used, can be guessed, or cannot exist.',
    rationale:
      'Servers take any text as initial_management, and warn of one that is not a UUID. "allow", "deny" and "manage" are ' +
      'refused ("Cannot resolve root ACL"), and a text with blanks around it arrives without them: the token cannot be used, ' +
      'and a second bootstrap is refused. "anonymous" is the token of requests without one: everybody may do everything. ' +
      'All other tokens are created through the API, which takes only UUIDs, so that any other text is unknown ("ACL not ' +
      'found"), but for the recovery token (1.16.4, 1.20.2 and 1.23).',
    bad: { 'consul.hcl': example('BigS3cr3t') },
    good: { 'consul.hcl': example('2c7f0f5e-6d1e-4f0c-9a57-3b0c1f7a9e55') },
  },
  run(node, report, cluster) {
    const { config } = node;
    if (!aclsEnabled(config)) return;
    for (const token of tokensOf(node)) {
      // The first token of the cluster may be any text.
      const fault = faultOf(token, managerWith(token.secret, node, cluster) !== undefined);
      if (!fault) continue;
      const { severity, message } = fault;
      report({ at: config.at(token.path), path: token.path, ...(severity && { severity }), message });
    }
  },
});

interface Fault {
  readonly severity?: 'error' | 'info';
  readonly message: string;
}

const advice = 'write a UUID of your own, such as `uuidgen` makes';

function faultOf({ name, path, secret }: WrittenToken, isManagement: boolean): Fault | undefined {
  if (/^(?:allow|deny|manage)$/.test(secret))
    return {
      severity: 'error',
      message: `${path} is a word of Consul itself: every request with it is refused ("Cannot resolve root ACL"); ${advice}`,
    };
  if (secret !== secret.trim())
    return {
      severity: 'error',
      message: `${path} begins or ends with a blank: no X-Consul-Token header can carry it, and the API creates no such token; remove the blank`,
    };
  if (secret === 'anonymous') return anonymous(name, path);
  if (isUuid(secret)) {
    if (new Set(secret.replaceAll('-', '')).size > fewDigits) return undefined;
    return { message: `${path} repeats the same digits, so that it can be guessed; ${advice}` };
  }
  if (name === 'initial_management' || name === 'agent_recovery') return guessable(name, path, secret);
  if (isManagement) return undefined;
  return {
    message:
      `${path} is not a UUID: the API creates no such token, so that requests with it are refused ("ACL not found"), unless ` +
      'it is the initial_management token of the servers; write the SecretID that `consul acl token create` prints',
  };
}

/** A UUID by chance has more different digits than this, but for one in a trillion. */
const fewDigits = 5;

/** Too long to be tried out, even without a limit to tries. */
const longEnough = 22;

function anonymous(name: WrittenToken['name'], path: string): Fault {
  if (name === 'initial_management' || name === 'agent_recovery')
    return {
      severity: 'error',
      message:
        `${path} is "anonymous", the token of every request that brings none: everybody may do ` +
        `${name === 'agent_recovery' ? 'with this agent what it likes' : 'everything'}; ${advice}`,
    };
  return {
    message: `${path} is "anonymous", the token of every request that brings none: it gives no right that is missing; write a token of its own, or remove the option`,
  };
}

function guessable(name: WrittenToken['name'], path: string, secret: string): Fault | undefined {
  const isLong = secret.length >= longEnough;
  if (name === 'agent_recovery')
    return isLong
      ? undefined
      : { message: `${path} is short enough to be guessed, and tries are not limited; ${advice}` };
  return {
    ...(isLong && { severity: 'info' }),
    message:
      `${path} is not a UUID, which Consul calls deprecated when it creates the token` +
      `${isLong ? '' : ', and it can be guessed, since tries are not limited'}; ${advice}`,
  };
}

function example(token: string): string {
  return (
    'data_dir = "/var/lib/consul"\nserver = true\n\nacl {\n  enabled = true\n  default_policy = "deny"\n\n  tokens {' +
    `\n    initial_management = "${token}"\n  }\n}\n`
  );
}
