/** How variables of the role ansible-consul, and inventories with them, are distinguished from other files before one is read. */
import type { Kind } from '../source.ts';

export const ansibleKind: Kind = {
  name: 'ansible',
  mayBeNamed: (path) =>
    /(?:^|\/)(?:group_vars|host_vars)\/[^.]+(?:\.ya?ml)?$|(?:^|\/)(?:hosts|inventory)[^/]*$|\.ini$/.test(
      path,
    ) && !/(?:^|\/)roles\//.test(path),
  mayHold: (text) =>
    /\bconsul_(?:node_role|raw_key|config_custom|bootstrap_expect|acl_enable|encrypt_enable|tls_enable)\b/.test(
      text,
    ) || /^[ \t]*\[?consul_instances\b/m.test(text),
  load: async () => (await import('./reader.ts')).readAnsible,
};
