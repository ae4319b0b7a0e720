/** The DNS server of the agent. */
import { dnsDomain } from '../../grammars/names.ts';
import { recursor } from '../../grammars/network.ts';
import { duration, seconds } from '../../grammars/time.ts';
import { between, block, bool, list, map, words } from '../../kinds.ts';
import { option, type Section, section } from '../../option.ts';

const soa = section(() => ({
  refresh: option(seconds, 'How often a secondary DNS server should look for changes.', { default: 3600 }),
  retry: option(seconds, 'How soon it should try again after a failure.', { default: 600 }),
  expire: option(seconds, 'When it should stop answering without having reached this one.', {
    default: 86400,
  }),
  min_ttl: option(seconds, 'How long resolvers may remember that a name does not exist.', { default: 0 }),
}));

const dnsConfig = section(() => ({
  allow_stale: option(
    bool,
    'Lets any server answer, not only the leader. Faster, and it works without one.',
    { default: true },
  ),
  max_stale: option(duration, 'How old an answer by a follower may be.', { default: '87600h' }),
  node_ttl: option(duration, 'How long resolvers may cache the address of a node.', { default: '0s' }),
  service_ttl: option(
    map(duration),
    'How long resolvers may cache the address of a service, by service name; `*` at the end of a name covers the rest.',
  ),
  only_passing: option(bool, 'Leaves out instances with a warning, not only critical ones.', {
    default: false,
  }),
  enable_truncate: option(
    bool,
    'Marks UDP answers that had to be cut, so that resolvers ask again over TCP.',
    { default: false },
  ),
  a_record_limit: option(
    between(0, undefined, 'validate'),
    'Address records in one answer at most; 0 for no limit.',
    { default: 0 },
  ),
  udp_answer_limit: option(
    between(0, undefined, 'validate'),
    'Records in one UDP answer at most, for resolvers of old.',
    {
      default: 3,
      deprecated: { since: '1.0.7', use: 'dns_config.a_record_limit', silent: true },
    },
  ),
  disable_compression: option(bool, 'Sends names in full. Answers grow, and more of them are cut.', {
    default: false,
  }),
  recursor_strategy: option(
    words(['sequential', 'random'], { orEmpty: true, refusedBy: 'validate' }),
    'Order in which the recursors are asked.',
    {
      default: 'sequential',
    },
  ),
  recursor_timeout: option(duration, 'How long to wait for a recursor.', { default: '2s' }),
  enable_additional_node_meta_txt: option(bool, 'Adds TXT records with the metadata of nodes to answers.', {
    default: true,
  }),
  use_cache: option(bool, 'Answers out of the agent’s cache.', { default: false }),
  cache_max_age: option(duration, 'Age from which a cached answer is fetched anew; 0 for no limit.', {
    default: '0s',
  }),
  soa: option(block('Soa', soa, { replaced: true }), 'Timing in the start-of-authority record.'),
  prefer_namespace: option(bool, 'Reads a label that could be a datacenter or a namespace as a namespace.', {
    enterprise: 'ignored',
    deprecated: { since: '1.11', silent: true, note: 'names with explicit labels leave nothing to guess' },
  }),
}));

export const dnsOptions: Section = {
  domain: option(dnsDomain, 'Domain under which the agent answers DNS.', {
    default: 'consul.',
    flag: '-domain',
  }),
  alt_domain: option(
    dnsDomain,
    'A second domain under which the agent answers DNS, for the time of a move.',
    { flag: '-alt-domain' },
  ),
  recursors: option(
    list(recursor),
    'DNS servers for all names outside of the own domain; without any, those are refused.',
    {
      flag: '-recursor',
      reload: true,
    },
  ),
  dns_config: option(block('DnsConfig', dnsConfig), 'How the DNS server answers.', { reload: true }),
};
