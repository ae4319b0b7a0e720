/** Who the agent is: its role, datacenter, name and storage. */
import {
  datacenter,
  dirPath,
  filePath,
  metaKeyed,
  nodeName,
  optionalDatacenter,
  uuid,
} from '../../grammars/names.ts';
import { hostname } from '../../grammars/network.ts';
import { between, block, bool, list, map, string } from '../../kinds.ts';
import { option, type Section } from '../../option.ts';
import { locality } from './locality.ts';

export const nodeOptions: Section = {
  datacenter: option(
    datacenter,
    'Datacenter that the agent belongs to; all of it must be connected by a fast network.',
    {
      default: 'dc1',
      flag: '-datacenter',
    },
  ),
  primary_datacenter: option(
    optionalDatacenter,
    'Datacenter that rules over ACLs, intentions and the mesh CA, where several are federated.',
    { unset: 'the own datacenter' },
  ),
  node_name: option(nodeName, 'Name of the node, which no other member may have.', {
    unset: 'the host name',
    flag: '-node',
  }),
  node_id: option(
    uuid,
    'Permanent identity of the node. Leave it to the agent, which makes one and keeps it in data_dir.',
    {
      flag: '-node-id',
    },
  ),
  disable_host_node_id: option(
    bool,
    'Makes the node’s identity up at random; otherwise it is derived from the host’s.',
    {
      default: true,
      flag: '-disable-host-node-id',
    },
  ),
  node_meta: option(map(metaKeyed), 'Metadata of the node, for filters and queries: 64 pairs at most.', {
    flag: '-node-meta',
    reload: true,
  }),
  tagged_addresses: option(
    map(string),
    'Further addresses of the node by name; `lan` and `wan` are filled in by the agent.',
  ),
  locality: option(
    block('Locality', locality, { replaced: true }),
    'Where the agent runs, for routing to near instances.',
    {
      since: '1.16',
    },
  ),
  server: option(bool, 'Makes the agent a server: it votes, stores data and answers the others.', {
    default: false,
    flag: '-server',
  }),
  bootstrap_expect: option(
    between(0, undefined, 'validate'),
    'Number of servers that must have found each other before they elect a leader for the first time. The same on all of them.',
    { default: 0, flag: '-bootstrap-expect', role: 'server' },
  ),
  bootstrap: option(
    bool,
    'Lets this one server make itself leader. Never on more than one; prefer bootstrap_expect.',
    {
      default: false,
      flag: '-bootstrap',
      role: 'server',
    },
  ),
  data_dir: option(dirPath, 'Directory for what must survive a restart. Required; not below /tmp.', {
    flag: '-data-dir',
  }),
  pid_file: option(filePath, 'File to write the process id to; its directory must exist.', {
    flag: '-pid-file',
  }),
  auto_reload_config: option(bool, 'Watches the configuration files, and reloads when they change.', {
    default: false,
    flag: '-auto-reload-config',
  }),
  server_name: option(
    hostname,
    'Not used since 1.17. Before, the name that checks with enable_agent_tls_for_checks expect in a certificate.',
    { unset: 'the node name, before 1.17' },
  ),
  protocol: option(between(2, 3, 'start'), 'Version of the gossip protocol to use. Do not change it.', {
    default: 2,
    flag: '-protocol',
  }),
  disable_remote_exec: option(bool, 'Does not run what `consul exec` sends.', { default: true }),
  disable_update_check: option(bool, 'Does not ask HashiCorp for news of security fixes and releases.', {
    default: false,
  }),
  disable_anonymous_signature: option(
    bool,
    'Checks for updates without the random signature that distinguishes repeated requests.',
    {
      default: false,
    },
  ),
  disable_coordinates: option(bool, 'Does not measure distances to other nodes; `?near=` stops working.', {
    default: false,
  }),
  use_streaming_backend: option(
    bool,
    'Has clients keep up with health data by a stream instead of polling.',
    { default: true },
  ),
  experiments: option(list(string), 'Names of unfinished features to switch on.', { since: '1.16' }),
  token_dirs: option(string, 'Directory with token files; not documented yet.', { since: '2.1' }),
};
