import { isOpenToAll } from '../../subjects/agent/tokens.ts';
import { replaceValue } from '../../subjects/edits.ts';
import { rule } from '../rule.ts';

export const remoteExec = rule({
  id: 'security/remote-exec',
  scope: 'node',
  source: 'runtime',
  severity: {
    default: 'error',
    warning: 'where the ACLs of the servers are not in sight, or may be turned on elsewhere',
    info: 'where ACLs are on, so that it takes a token to give commands, and one of the agent to read them',
  },
  options: ['disable_remote_exec', 'acl.enabled', 'acl.default_policy'],
  fix: 'unsafe',
  docs: {
    summary: 'Whoever reaches the HTTP API of any agent can run commands on this machine.',
    rationale:
      'With disable_remote_exec = false an agent runs what `consul exec` writes to the key-value store, as the account of ' +
      'the agent. It takes a session, a key below _rexec and the event _rexec, at any agent of the datacenter: without ACLs ' +
      '`consul exec id` answered "uid=0(root)". With ACLs it takes a token that may write those, and an agent token that may ' +
      'read and write the keys, without which the agent logs "failed to get remote exec job" (1.16.4, 1.20.2 and 1.23).',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\ndisable_remote_exec = false\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\ndisable_remote_exec = true\n' },
  },
  run(node, report, cluster) {
    const { config } = node;
    const path = 'disable_remote_exec';
    const written = config.value(path);
    if (!written || config.bool(path) !== false) return;
    const isOpen = isOpenToAll(node, cluster);
    report({
      at: written,
      path,
      ...(!isOpen && { severity: isOpen === undefined ? 'warning' : 'info' }),
      message:
        isOpen !== false
          ? `${path} is false, and ${isOpen ? 'the ACLs are off or allow by default' : 'nothing here turns ACLs on'}: ${isOpen ? '' : 'unless the servers deny by default, '}whoever reaches the HTTP API of any agent of the ` +
            'datacenter runs commands here as the account of the agent; write true, which is the default'
          : `${path} is false: whoever has a token that may write keys below _rexec and fire events runs commands here as ` +
            'the account of the agent, as far as its agent token may read those keys; write true, which is the default',
      fix: { title: 'Turn remote execution off', safe: false, edits: [replaceValue(written, 'true')] },
    });
  },
});
