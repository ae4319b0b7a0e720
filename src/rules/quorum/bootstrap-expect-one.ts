import { rule } from '../rule.ts';
export const quorumBootstrapExpectOne = rule({
  scope: 'agent',
  source: 'consul',
  id: 'quorum/bootstrap-expect-one',
  severity: 'warning',
  validateOnly: true,
  options: ['bootstrap_expect'],
  docs: { summary: 'An expectation of one server is bootstrap mode under another name.' },
  run: ({ config, server }, report) => {
    const path = 'bootstrap_expect';
    if (server && config.number(path) === 1)
      report({ path, message: `${path} = 1 is the same as bootstrap = true: the server waits for nobody` });
  },
});
