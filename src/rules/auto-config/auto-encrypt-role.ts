import { rule } from '../rule.ts';
export const autoConfigAutoEncryptRole = rule({
  scope: 'agent',
  source: 'consul',
  id: 'auto-config/auto-encrypt-role',
  severity: 'error',
  needsWholeConfig: true,
  options: ['auto_encrypt.tls', 'auto_encrypt.allow_tls', 'server'],
  docs: {
    summary:
      'Clients ask for certificates (auto_encrypt.tls), servers hand them out (auto_encrypt.allow_tls).',
  },
  run: ({ config, server }, report) => {
    const [path, other] = server
      ? ['auto_encrypt.tls', 'auto_encrypt.allow_tls']
      : ['auto_encrypt.allow_tls', 'auto_encrypt.tls'];
    if (!config.bool(path)) return;
    const role = server ? 'clients' : 'servers';
    report({
      path,
      message: `${path} is for ${role}; this agent wants ${other}`,
      related: [{ path: 'server', message: 'the role is set here' }],
    });
  },
});
