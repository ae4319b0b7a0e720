import { isAtLeast } from '../../options/releases/versions.ts';
import { majority, named } from '../../subjects/cluster/groups.ts';
import { rule } from '../rule.ts';

export const versionMixed = rule({
  id: 'cluster/version-mixed',
  scope: 'cluster',
  source: 'cluster',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'Agents of a datacenter run different releases of Consul.',
    rationale:
      'A cluster should run several releases only during an upgrade. Features of the newer release stay off until the last server ' +
      'has it, and clients must not be newer than servers.',
    bad: {
      'consul-cfg.yaml':
        'nodes:\n  - files: a/*.hcl\n    cluster: prod\n    consul: "1.16"\n  - files: b/*.hcl\n    cluster: prod\n    consul: "1.20"\n',
      'a/consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n',
      'b/consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n',
    },
    good: {
      'consul-cfg.yaml': 'consul: "1.20"\n',
      'a/consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n',
      'b/consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n',
    },
  },
  run({ agents, datacenter }, report) {
    const most = majority(agents, ({ version }) => version);
    for (const agent of most?.others ?? []) {
      const newer = isAtLeast(agent.version, most!.value);
      report({
        at: agent.config.at(''),
        message:
          `${agent.name} runs Consul ${agent.version}, ${named(most!.members.map(({ name }) => name))} of datacenter ` +
          `${datacenter} ${most!.value}: fine while upgrading, servers first; ` +
          `${newer ? 'bring the others up to it soon' : 'bring this one up soon'}`,
      });
    }
  },
});
