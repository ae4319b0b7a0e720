/** How files of Ansible that configure Consul are distinguished from others before one is read. */
import type { Kind } from '../source.ts';
import { isInventoryName, isVariablesName } from './names.ts';

const ofRoles =
  /\bconsul_(?:node_role|raw_key|config_custom|bootstrap_expect|acl_enable|encrypt_enable|tls_enable|is_server|server_nodes|nodename|datadir|encryption_key|servers_group|params|agent_\w+)\b/;

const tasks =
  /^[ \t]*(?:- )?(?:[\w.]+\.)?(?:copy|blockinfile|docker_container|podman_container|shell|command|raw|include_role|import_role)[ \t]*:|^[ \t]*(?:- )?roles[ \t]*:/m;

export const ansibleKind: Kind = {
  name: 'ansible',
  mayBeNamed: (path) => /\.ya?ml$/.test(path) || isVariablesName(path) || isInventoryName(path),
  mayHold: (text) =>
    ofRoles.test(text) ||
    /^[ \t]*\[?consul_instances\b/m.test(text) ||
    (/consul/i.test(text) && /^[ \t]*- /m.test(text) && tasks.test(text)),
  load: async () => (await import('./reader.ts')).readAnsible,
};
