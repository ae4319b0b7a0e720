import type { AgentSubject } from '../../../subjects/subjects.ts';
/** The options that hold addresses, by what they take. */

/** One address each; empty means not set. */
export const single = [
  'advertise_addr',
  'advertise_addr_wan',
  'advertise_addr_ipv4',
  'advertise_addr_ipv6',
  'advertise_addr_wan_ipv4',
  'advertise_addr_wan_ipv6',
  'serf_lan',
  'serf_wan',
];

/** Addresses and sockets of the client interfaces. */
export const listening = ['dns', 'http', 'https', 'grpc', 'grpc_tls'].map((api) => `addresses.${api}`);

/** Lists of hosts: any text, but templates in it are evaluated. */
export const expanded = [
  'retry_join[]',
  'retry_join_wan[]',
  'primary_gateways[]',
  'auto_config.server_addresses[]',
  'recursors[]',
];

/** The agent does not read serf_wan where WAN gossip is off. */
export const isRead = (path: string, { config }: AgentSubject): boolean =>
  path !== 'serf_wan' || (config.number('ports.serf_wan') ?? 0) > 0;
