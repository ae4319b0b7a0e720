import { isFragment } from '../../subjects/agent/predicates.ts';
import { majority, named } from '../../subjects/cluster/groups.ts';
import { keyringsOf } from '../../subjects/machine/keyring.ts';
import type { Node } from '../../subjects/subjects.ts';
import { rule } from '../rule.ts';
import { isKey, isMigrating, keyOf } from './support/keys.ts';

export const encryptDiffers = rule({
  id: 'cluster/encrypt-differs',
  scope: 'cluster',
  source: 'cluster',
  severity: {
    default: 'error',
    warning: 'where only directories say that the agents are one cluster, and neither lists nor keys do',
  },
  supersedes: ['gossip/unencrypted'],
  options: ['encrypt', 'encrypt_verify_incoming', 'encrypt_verify_outgoing'],
  docs: {
    summary: 'Agents of a datacenter have different gossip keys, or only some have one.',
    rationale:
      'Gossip under another key cannot be read: one node with another key, or without one, never joined. While a key ' +
      'is rolled out, encrypt_verify_incoming and encrypt_verify_outgoing are false; then nothing is reported. An agent whose ' +
      'data_dir keeps a keyring uses that instead of encrypt, logs "keyring doesn\'t include key provided with -encrypt, using ' +
      'keyring", and joins where the keyring has the key (1.16.4, 1.20.2 and 1.23).',
    bad: { 'srv1/consul.hcl': node('A'), 'srv2/consul.hcl': node('A'), 'srv3/consul.hcl': node('B') },
    good: { 'srv1/consul.hcl': node('A'), 'srv2/consul.hcl': node('A'), 'srv3/consul.hcl': node('A') },
  },
  run({ agents }, report) {
    if (agents.some(isMigrating)) return;
    // Keys are often kept in a separate file, so a part of a configuration may lack it.
    const known = agents.filter((agent) =>
      keyOf(agent) === ''
        ? !(isFragment(agent) || getsKey(agent))
        : isKey.test(keyOf(agent)) && !keepsKey(agent),
    );
    const most = majority(known, keyOf);
    if (!most) return;
    const [reference] = most.members;
    for (const agent of most.others) {
      report({
        at: agent.config.at('encrypt'),
        path: 'encrypt',
        message:
          `this agent ${describe(agent)} while ${named(most.members.map(({ name }) => name))} ` +
          `${most.value === '' ? (most.members.length > 1 ? 'have none' : 'has none') : `${most.members.length > 1 ? 'share' : 'has'} another`}: ` +
          'they cannot read each other and never join, but for an agent that has kept the key of the others in the keyring of ' +
          'its data_dir; write the same encrypt key on all agents',
        related: [
          { at: reference!.config.at('encrypt'), message: `${reference!.name} ${describe(reference!)}` },
        ],
      });
    }
  },
});

/** What its file says is not what it uses. */
const keepsKey = (agent: Node): boolean => keyringsOf(agent).some(({ keys }) => keys);

/** An agent that configures itself gets the key from the servers. */
const getsKey = ({ config }: Node): boolean => config.bool('auto_config.enabled') === true;

const describe = (agent: Node): string => (keyOf(agent) === '' ? 'has no gossip key' : 'has this gossip key');

function node(letter: string): string {
  return `data_dir = "/var/lib/consul"\nencrypt = "${letter.repeat(43)}="\n`;
}
