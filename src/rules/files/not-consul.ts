import { rule } from '../rule.ts';

export const filesNotConsul = rule({
  id: 'files/not-consul',
  scope: 'reader',
  source: 'runtime',
  severity: 'info',
  options: [],
  docs: {
    summary: 'A file that was named is not a configuration of Consul.',
    rationale:
      'JSON and HCL are the formats of many programs, and a hook names every file that changed. What an agent would ' +
      'make of such a file is not reported; files of other programs that are found below a directory are only counted.',
  },
});
