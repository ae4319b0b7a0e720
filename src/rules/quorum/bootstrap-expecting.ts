import { rule } from '../rule.ts';
export const quorumBootstrapExpecting = rule({
  scope: 'agent',
  source: 'consul',
  id: 'quorum/bootstrap-expecting',
  severity: 'warning',
  validateOnly: true,
  options: ['bootstrap_expect'],
  docs: { summary: 'The agent says how many servers it waits for, whatever their number. Nothing is wrong.' },
  run: ({ config, server }, report) => {
    const path = 'bootstrap_expect';
    const count = config.number(path) ?? 0;
    if (server && !config.bool('bootstrap') && count > 1)
      report({ path, message: `The cluster forms once ${count} servers see each other, and not before` });
  },
});
