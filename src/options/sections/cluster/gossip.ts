/** Gossip: encryption and tuning. */
import { gossipKey } from '../../grammars/secrets.ts';
import { duration } from '../../grammars/time.ts';
import { block, bool, int } from '../../kinds.ts';
import { option, type Section, section } from '../../option.ts';

const lan = section(() => ({
  gossip_interval: option(duration, 'Pause between two rounds of gossip.', { default: '200ms' }),
  gossip_nodes: option(int, 'Members that each round goes to.', { default: 3 }),
  probe_interval: option(duration, 'Pause between two looks whether a member is alive.', { default: '1s' }),
  probe_timeout: option(duration, 'Wait for the answer of a member before others are asked about it.', {
    default: '500ms',
  }),
  retransmit_mult: option(int, 'Factor by which messages are repeated; grows with the size of the cluster.', {
    default: 4,
  }),
  suspicion_mult: option(int, 'Factor for the time that a silent member has to prove that it is alive.', {
    default: 4,
  }),
}));

const wan = section(() => ({
  ...lan(),
  gossip_interval: option(duration, 'Pause between two rounds of gossip.', { default: '500ms' }),
  probe_interval: option(duration, 'Pause between two looks whether a member is alive.', { default: '5s' }),
  probe_timeout: option(duration, 'Wait for the answer of a member before others are asked about it.', {
    default: '3s',
  }),
  suspicion_mult: option(int, 'Factor for the time that a silent member has to prove that it is alive.', {
    default: 6,
  }),
}));

export const gossipOptions: Section = {
  encrypt: option(
    gossipKey,
    'Key that encrypts gossip, the same on every member, from `consul keygen`. Used at the first start only: afterwards the keyring in data_dir counts.',
    { flag: '-encrypt', secret: true },
  ),
  encrypt_verify_incoming: option(
    bool,
    'Drops gossip that is not encrypted. Off only while encryption is being introduced.',
    {
      default: true,
    },
  ),
  encrypt_verify_outgoing: option(
    bool,
    'Encrypts the gossip that this agent sends. Off only while encryption is being introduced.',
    {
      default: true,
    },
  ),
  disable_keyring_file: option(
    bool,
    'Keeps the gossip keys in memory only; `encrypt` is then needed at every start.',
    {
      default: false,
      flag: '-disable-keyring-file',
    },
  ),
  gossip_lan: option(
    block('GossipLan', lan),
    'Timing of gossip inside the datacenter. The defaults suit nearly everyone.',
  ),
  gossip_wan: option(
    block('GossipWan', wan),
    'Timing of gossip between datacenters. The defaults suit nearly everyone.',
  ),
  reconnect_timeout: option(duration, 'When a member that failed is forgotten; 8 h or more.', {
    default: '72h',
  }),
  reconnect_timeout_wan: option(
    duration,
    'When a server of another datacenter that failed is forgotten; 8 h or more.',
    {
      default: '72h',
    },
  ),
  advertise_reconnect_timeout: option(
    duration,
    'When the others may forget this client after it failed; for short-lived machines.',
    { role: 'client', unset: 'the reconnect_timeout of the others' },
  ),
};
