import { itemsAt, textAt } from '../../model/value-path.ts';
import { ofWrittenChecks } from './support/written.ts';

export const checkWithoutContainer = ofWrittenChecks({
  id: 'checks/without-container',
  scope: 'node',
  severity: 'info',
  keys: ['shell', 'docker_container_id'],
  docs: {
    summary: 'A shell without a container, or a container without a command, has no effect.',
    rationale:
      'shell is the shell in the container docker_container_id, and runs args there. Without a container the agent runs ' +
      'args directly, and without args it does not look into the container: a check with a shell that does not exist ' +
      'passed (measured on 1.16 and 1.23).',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nenable_local_script_checks = true\n\ncheck {\n  name = "disk"\n' +
        '  args = ["/usr/local/bin/check-disk"]\n  shell = "/bin/bash"\n  interval = "60s"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nenable_local_script_checks = true\n\ncheck {\n  name = "disk"\n' +
        '  args = ["/usr/local/bin/check-disk"]\n  docker_container_id = "web1"\n  shell = "/bin/bash"\n  interval = "60s"\n}\n',
    },
  },
  faults: ({ check }) => {
    const container = textAt(check, 'docker_container_id') !== '';
    if (textAt(check, 'shell') !== '' && !container)
      return [
        {
          key: 'shell',
          message:
            'shell has no effect without docker_container_id, the container in which it runs args; remove it',
        },
      ];
    return container && itemsAt(check, 'args').length === 0
      ? [
          {
            key: 'docker_container_id',
            message:
              'docker_container_id has no effect without args, which is the command in the container; remove it',
          },
        ]
      : [];
  },
});
