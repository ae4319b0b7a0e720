/**
 * Whether the token of Patroni suffices. Its policies are shown to those who have acl = "read"; else what it may read is
 * tried with it, since it may write only what it may read.
 */
import type { Finding } from '../../../finding.ts';
import type { Ask } from '../../../live/answer.ts';
import { named } from '../../../subjects/cluster/groups.ts';
import { needsOf } from '../../../subjects/patroni/needs.ts';
import { type AclPolicy, policyOf } from '../../../subjects/policy/policy.ts';
import { decode } from '../../../text/decode.ts';
import { parse } from '../../../text/parse.ts';
import { Source } from '../../../text/source/source.ts';
import { isRefusal } from '../agents.ts';
import { fieldOf, listOf, memberOf, textOf } from '../json.ts';
import { kvOf, type SeenPatroni } from './ask.ts';

export interface TokenLook {
  /** With the token of who looks. */
  readonly ask: Ask;
  readonly asPatroni: Ask;
  readonly seen: readonly SeenPatroni[];
  /** The nodes whose agents Patroni asks. */
  readonly hosts: readonly string[];
}

export interface TokenState {
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
}

const nothing: TokenState = { findings: [], notes: [] };

export async function tokenState(look: TokenLook): Promise<TokenState> {
  const { seen, ask, asPatroni } = look;
  const [first] = seen;
  if (!first) return nothing;
  const self = await asPatroni('/v1/acl/token/self');
  const finding = (message: string, at = first.expected.at): Finding => ({
    rule: 'live/patroni-token',
    severity: 'error',
    message,
    at,
  });
  if (isRefusal(self))
    return {
      findings: [
        finding(
          "Consul does not know the token of Patroni's file (403), so that Patroni gets no session and no key; make a token with Patroni's policy, and write it into Patroni's configuration",
        ),
      ],
      notes: [],
    };
  const accessor = self.kind === 'json' ? textOf(self.json, 'AccessorID') : undefined;
  // Without ACLs there is no token.
  if (accessor === undefined) return nothing;
  const shown = await ask(`/v1/acl/token/${encodeURIComponent(accessor)}?expanded`);
  if (shown.kind === 'json')
    return { findings: seen.flatMap((one) => lackIn(one, shown.json, look.hosts)), notes: [] };
  const tried = await Promise.all(seen.map((one) => triedBy(one, look)));
  return {
    findings: tried.flat().map(({ message, at }) => finding(message, at)),
    notes: [
      'the policies of Patroni\'s token are shown with acl = "read" only, so that just what it may read was tried',
    ],
  };
}

/** By the rules of all its policies, those of roles and identities included. */
function lackIn(
  { expected, scope }: SeenPatroni,
  json: unknown,
  hosts: readonly string[],
): readonly Finding[] {
  if (fieldOf(json, 'AgentACLDefaultPolicy') !== 'deny') return [];
  const found = listOf(memberOf(json, 'ExpandedPolicies'));
  const names = found.flatMap((one) => textOf(one, 'Name') ?? []);
  const policies = found.map((one) => policyIn(textOf(one, 'Rules') ?? ''));
  const { namespace, registersService, at } = expected;
  const lacking = needsOf({ scope, namespace, hosts, registersService }).filter(
    ({ isMet }) => !isMet(policies),
  );
  if (lacking.length === 0) return [];
  const where = names.length > 0 ? `in its policy (${named(names)})` : 'it has no policy: in a new one';
  return [
    {
      rule: 'live/patroni-token',
      severity: 'error',
      message: `the token of Patroni ${scope} may not ${lacking.map(({ what }) => what).join(', nor ')}, and Consul answers 403; ${where} ${lacking.map(({ remedy }) => remedy(policies)).join(', ')}`,
      at,
    },
  ];
}

function policyIn(rules: string): AclPolicy {
  const source = new Source('policy.hcl', rules);
  return policyOf({ source, raw: decode(parse(source, 'hcl')).value });
}

async function triedBy(
  { expected: { at }, scope, prefix }: SeenPatroni,
  { asPatroni, hosts }: TokenLook,
): Promise<readonly Pick<Finding, 'message' | 'at'>[]> {
  const key = await asPatroni(kvOf(`${prefix}leader`));
  const answers = await Promise.all(
    hosts.map((host) => asPatroni(`/v1/session/node/${encodeURIComponent(host)}`)),
  );
  // It may be the token of one node, which is shown the sessions there.
  const isShown = answers.some((answer) => answer.kind === 'json' && listOf(answer.json).length > 0);
  const hidden = hosts.filter((_, i) => {
    const answer = answers[i]!;
    return !isShown && answer.kind === 'json' && answer.filtered === true;
  });
  return [
    ...(isRefusal(key)
      ? [
          {
            message: `the token of Patroni ${scope} may not even read ${prefix}leader (403); in its policy write key_prefix "${prefix}" { policy = "write" }`,
            at,
          },
        ]
      : []),
    ...(hidden.length > 0
      ? [
          {
            message: `the token of Patroni ${scope} is not shown the sessions on ${named(hidden)}, so that it may not make one there; in its policy write session_prefix "" { policy = "write" }`,
            at,
          },
        ]
      : []),
  ];
}
