import { rule } from '../rule.ts';
export const autoConfigWithAutoEncrypt = rule({
  scope: 'agent',
  source: 'consul',
  id: 'auto-config/with-auto-encrypt',
  severity: 'error',
  options: ['auto_encrypt.tls', 'auto_config.enabled'],
  docs: { summary: 'auto_config hands out certificates too; only one of the two can do it.' },
  run: ({ config }, report) => {
    if (!config.bool('auto_encrypt.tls') || !config.bool('auto_config.enabled')) return;
    report({
      path: 'auto_encrypt.tls',
      message:
        'auto_encrypt.tls and auto_config.enabled exclude each other; auto_config covers certificates too. Remove auto_encrypt',
      related: [{ path: 'auto_config.enabled', message: 'switched on here' }],
    });
  },
});
