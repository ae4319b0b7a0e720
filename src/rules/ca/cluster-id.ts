import { find } from '../../model/value-path.ts';
import { spanOf } from '../../text/source/source.ts';
import { isUuid } from '../../util/text.ts';
import { rule } from '../rule.ts';

export const caClusterId = rule({
  id: 'ca/cluster-id',
  scope: 'node',
  source: 'runtime',
  severity: 'error',
  options: ['connect.ca_config'],
  docs: {
    summary: 'The cluster ID of the certificate authority is not a UUID.',
    rationale:
      '`consul validate` does not read this part of ca_config; the agent then exits with a cluster_id that is not a UUID.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\n\nconnect {\n  enabled = true\n  ca_config {\n    cluster_id = "prod"\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\n\nconnect {\n  enabled = true\n  ca_config {\n' +
        '    cluster_id = "10cc9a3d-2a5f-4f5e-9d5e-0a5a4f2f7d11"\n  }\n}\n',
    },
  },
  run({ config }, report) {
    const path = ['cluster_id', 'ClusterID']
      .map((key) => `connect.ca_config.${key}`)
      .find((key) => find(config.written, key));
    const value = path && find(config.written, path);
    if (!value || (value.kind === 'string' && isUuid(value.value))) return;
    report({
      at: spanOf(value),
      path: path!,
      message: `${path} must be a UUID: \`consul validate\` accepts it, and then the agent refuses to start; remove it, and the agent generates one`,
    });
  },
});
