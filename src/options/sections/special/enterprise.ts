/** What only Consul Enterprise uses. The Community agent ignores most of it, with a warning. */

import { filePath, token, uuid } from '../../grammars/names.ts';
import { address, requiredPort, url } from '../../grammars/network.ts';
import { lateDuration } from '../../grammars/time.ts';
import { any, block, bool, int, list, map, string } from '../../kinds.ts';
import { option, type Section, section } from '../../option.ts';
import { audit } from '../security/audit.ts';

const license = section(() => ({
  enabled: option(bool, 'Sends figures of use to HashiCorp.', { enterprise: 'ignored' }),
}));

const reporting = section(() => ({
  license: option(block('ReportingLicense', license), 'What is reported for the license.', { since: '1.16' }),
  snapshot_retention_time: option(lateDuration, 'How long the gathered figures are kept.', {
    since: '1.22',
    default: '9600h',
  }),
}));

const segment = section(() => ({
  name: option(string, 'Name of the segment.'),
  bind: option(address, 'Address on which the segment’s gossip listens.', { unset: 'the same as bind_addr' }),
  advertise: option(address, 'Address that members of the segment use.', {
    unset: 'the same as advertise_addr',
  }),
  port: option(requiredPort, 'Port of the segment’s gossip; each needs its own.'),
  rpc_listener: option(bool, 'Opens an RPC listener on the segment’s address.', { default: false }),
}));

const globalRegistry = section(() => ({
  enabled: option(bool, 'Turns the registry on; `address`, `cluster_id` and a token are then needed.'),
  address: option(url, 'Where the registry answers.'),
  cluster_id: option(uuid, 'Identity of this cluster in the registry.'),
  token: option(
    token,
    'Token for the registry; CONSUL_GLOBAL_REGISTRY_TOKEN in the environment wins over it.',
    { secret: true },
  ),
  token_file: option(filePath, 'File with the token, read where none is given otherwise.'),
  ca_file: option(filePath, 'CA certificate that vouches for the registry.'),
  tls_skip_verify: option(bool, 'Believes any certificate of the registry.'),
  snapshot_interval: option(int, 'Pause between two reports, in nanoseconds; text is refused.'),
}));

export const enterpriseOptions: Section = {
  license_path: option(filePath, 'File with the license.', { enterprise: 'ignored' }),
  partition: option(string, 'Admin partition that a client belongs to.', { enterprise: 'ignored' }),
  read_replica: option(bool, 'Makes the server answer without a vote, to spread reads.', {
    enterprise: 'ignored',
    flag: '-read-replica',
    role: 'server',
    aliases: ['non_voting_server'],
  }),
  segment: option(string, 'Network segment that a client joins.', {
    enterprise: 'refused',
    flag: '-segment',
    role: 'client',
  }),
  segments: option(
    list(block('Segment', segment)),
    'Network segments of the datacenter, each with its own gossip.',
    {
      enterprise: 'refused',
      role: 'server',
    },
  ),
  audit: option(block('Audit', audit), 'The audit log: who asked what of this agent.', {
    enterprise: 'ignored',
  }),
  reporting: option(block('Reporting', reporting), 'Reports of use for the license.', {
    since: '1.16',
    enterprise: 'ignored',
  }),
  snapshot_agent: option(
    map(any),
    'Ignored by the agent: lets the configuration of the Enterprise snapshot agent lie in the same directory.',
  ),
  global_registry: option(
    block('GlobalRegistry', globalRegistry),
    'Links the cluster to a registry of clusters.',
    {
      since: '2.1',
      enterprise: 'unknown',
    },
  ),
  license_poll_base_time: option(lateDuration, 'Internal timing of license checks.', {
    enterprise: 'ignored',
    internal: true,
  }),
  license_poll_max_time: option(lateDuration, 'Internal upper bound for license checks.', {
    enterprise: 'ignored',
    internal: true,
  }),
  license_update_base_time: option(lateDuration, 'Internal timing of license updates.', {
    enterprise: 'ignored',
    internal: true,
  }),
  license_update_max_time: option(lateDuration, 'Internal upper bound for license updates.', {
    enterprise: 'ignored',
    internal: true,
  }),
};
