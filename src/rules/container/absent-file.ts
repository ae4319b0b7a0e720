import { rule } from '../rule.ts';

export const absentFile = rule({
  id: 'container/absent-file',
  scope: 'node',
  source: 'unit',
  severity: 'warning',
  options: [],
  runWhenUnset: true,
  docs: {
    summary: 'A configuration that a container mounts is not there.',
    rationale:
      'For a path that does not exist Docker makes an empty directory and mounts that, or refuses to start the container; the ' +
      'agent never reads what the file sets. Files that are made later, or that are kept out of the repository, are ' +
      'reported too.',
    bad: {
      'docker-compose.yml':
        'services:\n  consul:\n    image: hashicorp/consul:1.20\n    command: agent\n    volumes:\n' +
        '      - ./consul.hcl:/consul/config/consul.hcl\n',
    },
    good: {
      'docker-compose.yml':
        'services:\n  consul:\n    image: hashicorp/consul:1.20\n    command: agent\n    volumes:\n' +
        '      - ./consul.hcl:/consul/config/consul.hcl\n',
      'consul.hcl': 'log_level = "WARN"\n',
    },
  },
  run({ container }, report) {
    for (const { path, target, at } of container?.absent ?? [])
      report({
        at,
        message: `${path} is not there: at best Docker mounts an empty directory at ${target}, and the agent starts without these options; correct the path, or make sure that it is there before the container starts`,
      });
  },
});
