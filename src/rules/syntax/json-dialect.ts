import { rule } from '../rule.ts';

export const jsonDialect = rule({
  id: 'syntax/json-dialect',
  scope: 'reader',
  source: 'consul',
  severity: 'error',
  options: [],
  fix: 'safe',
  docs: {
    summary: 'A .json file has a comment, a trailing comma or a byte order mark.',
    rationale: 'The agent reads strict JSON and refuses all of these, without saying on which line.',
    bad: { 'consul.json': '{\n  // where the data goes\n  "data_dir": "/var/lib/consul",\n}\n' },
    good: { 'consul.json': '{\n  "data_dir": "/var/lib/consul"\n}\n' },
  },
});
