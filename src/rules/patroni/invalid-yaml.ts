import { rule } from '../rule.ts';

export const invalidYaml = rule({
  id: 'patroni/invalid-yaml',
  scope: 'patroni',
  source: 'runtime',
  severity: 'warning',
  options: [],
  docs: {
    summary: "A file of Patroni's configuration is not YAML.",
    rationale:
      'Patroni does not start when it cannot parse one of its files, and keeps what it has when it is reloaded. Nothing ' +
      'else of such a file is checked. Templates, which something else fills in, are not reported.',
    bad: {
      'patroni.yml':
        'scope: main\nname: pg1\nrestapi:\n  listen: [10.0.0.1:8008\nconsul:\n  host: 127.0.0.1\n',
    },
    good: {
      'patroni.yml':
        'scope: main\nname: pg1\nrestapi:\n  listen: 10.0.0.1:8008\nconsul:\n  host: 127.0.0.1\n',
    },
  },
  run({ instance }, report) {
    for (const { source, problem } of instance.configs) {
      const isTemplate = /\{\{|\{%|<%|\$\{/.test(source.text);
      if (problem && !isTemplate && problem.message.startsWith('this is not YAML'))
        report({ at: problem.at, message: `${problem.message}; Patroni does not start with it` });
    }
  },
});
