import { rule } from '../rule.ts';
export const autoConfigAutoEncryptRole = rule({
  scope: 'agent',
  source: 'consul',
  id: 'auto-config/auto-encrypt-role',
  severity: 'error',
  needsWholeConfig: true,
  options: ['auto_encrypt.tls', 'auto_encrypt.allow_tls', 'server'],
  docs: {
    summary: 'An auto_encrypt option of the other role is set.',
    rationale:
      'Clients request certificates (auto_encrypt.tls), servers issue them (auto_encrypt.allow_tls). ' +
      'The agent refuses the option of the other role.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.21"\n\nauto_encrypt {\n  allow_tls = true\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.21"\n\nauto_encrypt {\n  tls = true\n}\n',
    },
  },
  run: ({ config, server }, report) => {
    const [path, other] = server
      ? ['auto_encrypt.tls', 'auto_encrypt.allow_tls']
      : ['auto_encrypt.allow_tls', 'auto_encrypt.tls'];
    if (!config.bool(path)) return;
    const role = server ? 'clients' : 'servers';
    report({
      path,
      message: `${path} is for ${role}, and the agent refuses it here; write ${other}`,
      related: [{ path: 'server', message: 'the role is set here' }],
    });
  },
});
