import { rule } from '../rule.ts';
export const autoConfigAutoEncryptUnverified = rule({
  scope: 'agent',
  source: 'consul',
  id: 'auto-config/auto-encrypt-unverified',
  severity: 'warning',
  needsWholeConfig: true,
  options: ['auto_encrypt.allow_tls', 'tls.internal_rpc.verify_incoming'],
  docs: { summary: 'Handing out certificates makes sense where servers also ask for them.' },
  run: ({ config, server }, report) => {
    const path = 'auto_encrypt.allow_tls';
    if (!server || !config.bool(path) || config.bool('tls.internal_rpc.verify_incoming')) return;
    report({
      path,
      message: `${path} hands out certificates, but tls.internal_rpc.verify_incoming is off, so nobody has to show one; switch it on once all agents have theirs`,
    });
  },
});
