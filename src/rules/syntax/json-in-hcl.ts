import { rule } from '../rule.ts';

export const jsonInHcl = rule({
  id: 'syntax/json-in-hcl',
  scope: 'reader',
  source: 'consul',
  severity: 'warning',
  options: [],
  fix: 'safe',
  docs: {
    summary: 'A .hcl file holds JSON.',
    rationale:
      'Such a file is read by a separate, lenient JSON reader: null becomes "", booleans vanish from lists, an object that ' +
      'holds only objects turns into a list, and missing commas go unnoticed. Named .json it is read as JSON.',
    bad: { 'consul.hcl': '{\n  "data_dir": "/var/lib/consul"\n}\n' },
    good: { 'consul.json': '{\n  "data_dir": "/var/lib/consul"\n}\n' },
  },
});
