import type { Node } from '../../subjects/subjects.ts';
import { isWithin } from '../../subjects/unit/account.ts';
import { createdFiles } from '../../subjects/unit/created-files.ts';
import { addDirective } from '../../subjects/unit/service.ts';
import { rule } from '../rule.ts';

/** Any of these shows that sandboxing was considered. */
const sandboxing =
  /^(Protect\w+|Private\w+|Restrict\w+|NoNewPrivileges|ReadOnlyPaths|ReadWritePaths|InaccessiblePaths|SystemCallFilter|CapabilityBoundingSet|MemoryDenyWriteExecute|DynamicUser|LockPersonality)$/;

const protectSystem = 'ProtectSystem=full';

/** What no agent needs; data, sockets and checks of files are left alone. */
const harmless: readonly string[] = [
  'NoNewPrivileges=yes',
  protectSystem,
  'ProtectKernelTunables=yes',
  'ProtectKernelModules=yes',
  'ProtectControlGroups=yes',
  'RestrictSUIDSGID=yes',
  'LockPersonality=yes',
];

export const unhardened = rule({
  id: 'unit/unhardened',
  scope: 'unit',
  source: 'unit',
  severity: 'info',
  options: [],
  fix: 'safe',
  docs: {
    summary: 'The unit has no sandboxing at all.',
    rationale:
      '147 of 148 public units score 9.2 to 9.6 UNSAFE in `systemd-analyze security`. A Consul agent needs its data ' +
      'directory, the network and little else, and runs with all of what the fix adds.',
    bad: { 'consul.service': '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n' },
    good: {
      'consul.service':
        '[Service]\nNoNewPrivileges=yes\nProtectSystem=full\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
  },
  run({ unit, node }, report) {
    if (
      unit.texts.some(({ directives }) =>
        directives.some(({ section, name }) => section === 'Service' && sandboxing.test(name)),
      )
    )
      return;
    // Commands of checks may do anything, setuid programs included.
    const scripts =
      node.config.bool('enable_script_checks') || node.config.bool('enable_local_script_checks');
    const directives = harmless.filter((directive) => directive !== protectSystem || !writesToSystem(node));
    report({
      at: unit.start.at,
      message: `the unit has no sandboxing: \`systemd-analyze security\` calls it UNSAFE; write at least ${directives.slice(0, 2).join(' and ')}`,
      fix: {
        title: 'Add sandboxing that no agent notices',
        safe: !scripts,
        edits: [addDirective(unit, directives.join('\n'))],
      },
    });
  },
});

/** Whether the agent writes to where ProtectSystem=full allows no writing. */
const writesToSystem = (node: Node): boolean =>
  [node.config.string('data_dir'), ...createdFiles(node).map(({ directory }) => directory)].some(
    (path) => path !== undefined && ['/usr', '/boot', '/efi', '/etc'].some((top) => isWithin(path, top)),
  );
