/** What is wrong with the answers of single agents: silence, nonsense, refusals, the wrong agent. */
import type { Finding } from '../../finding.ts';
import type { Answer } from '../../live/answer.ts';
import { type Expected, isNamed, placeOf } from './expected.ts';
import { memberOf, textOf } from './json.ts';
import { hasLeaderAnswer, type Observed, questions } from './observe.ts';

export function agentFindings(agents: readonly Observed[], nodes: readonly Expected[]): readonly Finding[] {
  return agents.flatMap((agent) => {
    const expected = nodes.find(isNamed(agent.node ?? ''));
    const at = expected?.at ?? placeOf(agent);
    return findingsOf(agent).map((finding) => ({ ...finding, at }));
  });
}

type Placeless = Omit<Finding, 'at'>;

function findingsOf(agent: Observed): readonly Placeless[] {
  const silent = [agent.leader, agent.self].find(({ kind }) => kind === 'silent');
  if (silent) return [broken(agent, silent, questions.self)].flatMap((found) => found ?? []);
  const ofSelf = broken(agent, agent.self, questions.self);
  if (ofSelf) return [ofSelf];
  const ofLeader = hasLeaderAnswer(agent.leader) ? undefined : broken(agent, agent.leader, questions.leader);
  return [formOf(agent) ?? ofLeader].flatMap((found) => found ?? []);
}

/** How messages call an agent. */
export const called = ({ node, address }: Pick<Observed, 'node' | 'address'>): string =>
  node === undefined ? `the agent at ${address}` : `the agent of ${node} at ${address}`;

/** Undefined for an answer that can be used. */
function broken(agent: Observed, answer: Answer, question: string): Placeless | undefined {
  switch (answer.kind) {
    case 'json':
      return undefined;
    case 'silent':
      return {
        rule: 'live/unreachable',
        severity: 'error',
        message: `${called(agent)} ${answer.reason}; nothing is known of it`,
      };
    case 'odd':
      return {
        rule: 'live/answer',
        severity: 'error',
        message: `the answer of ${agent.address} to ${question} ${answer.reason}`,
      };
    default:
      return isRefusal(answer) ? refused(agent) : failing(agent, answer, question);
  }
}

/** ACLs answer 403; 401 is that there are none. */
export const isRefusal = (answer: Answer): boolean => answer.kind === 'status' && answer.status === 403;

const refused = (agent: Observed): Placeless => ({
  rule: 'live/no-rights',
  severity: 'error',
  message:
    `${called(agent)} does not show its configuration (403), so what it runs is not known; ` +
    'give a token with agent = "read" for the node in CONSUL_HTTP_TOKEN or --token-file',
});

export const failing = (
  { address }: Pick<Observed, 'address'>,
  answer: Answer & { readonly kind: 'status' },
  question: string,
): Placeless => ({
  rule: 'live/answer',
  severity: 'error',
  message: `${address} answers ${question} with the status ${answer.status}${firstLine(answer.text)}`,
});

/** The first line, where it is one for people. */
function firstLine(text: string): string {
  const line = /^[\x20-\x7e]{1,120}/.exec(text)?.[0].trim();
  return line === undefined || line === '' || line.startsWith('<') ? '' : `: ${line}`;
}

/** Whether it is an agent of Consul, and the one that it should be. */
function formOf(agent: Observed): Placeless | undefined {
  const config = agent.self.kind === 'json' ? memberOf(agent.self.json, 'Config') : undefined;
  const name = textOf(config, 'NodeName');
  if (name === undefined)
    return {
      rule: 'live/answer',
      severity: 'error',
      message: `the answer of ${agent.address} to ${questions.self} has no node name, so what answers is not an agent of Consul`,
    };
  if (agent.node === undefined || isNamed(agent.node)({ name })) return undefined;
  return {
    rule: 'live/wrong-agent',
    severity: 'error',
    message: `at ${agent.address} the agent of ${name} answers, not that of ${agent.node}; name the address of ${agent.node}: --agent ${agent.node}=URL`,
  };
}
