/** exported-services and sameness-group: what other partitions and peers may use. */
import { bool, list, string } from '../kinds.ts';
import { option, section } from '../option.ts';
import { base, entryBlock, fields, named } from './common.ts';

const consumer = section(() =>
  fields({
    peer: option(string, 'Peered cluster that may use it; not `*`.', { aliases: ['peer_name'] }),
    partition: option(string, 'Admin partition that may use it.', { enterprise: 'ignored' }),
    sameness_group: option(string, 'Sameness group, all of whose members may use it.', {
      enterprise: 'refused',
    }),
  }),
);

const exported = section(() =>
  fields({
    name: option(string, 'Service; `*` is all.'),
    namespace: option(string, 'Namespace of the service; `*` only with the name `*`.'),
    consumers: option(list(entryBlock('Consumer', consumer)), 'Who may use it; at least one.'),
  }),
);

export const exportedServices = section(() => ({
  ...fields({
    name: option(string, 'Partition whose services are exported; `default` without Enterprise.'),
    services: option(list(entryBlock('ExportedService', exported)), 'The services.'),
  }),
  ...base(),
}));

const groupMember = section(() =>
  fields({
    partition: option(string, 'Admin partition that is a member.'),
    peer: option(string, 'Peered cluster that is a member.'),
  }),
);

export const samenessGroup = section(() => ({
  ...named('Name of the group.'),
  ...fields({
    default_for_failover: option(bool, 'Has services fail over to the group unasked.', { default: false }),
    include_local: option(bool, 'Counts the own partition as the first member.', { default: false }),
    members: option(
      list(entryBlock('GroupMember', groupMember)),
      'Members, in the order in which they are tried.',
    ),
  }),
  ...base(),
}));
