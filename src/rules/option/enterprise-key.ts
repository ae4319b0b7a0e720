import { find } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { withOptions } from '../forms/examples.ts';
import { rule } from '../rule.ts';

interface EnterpriseKey {
  readonly path: string;
  /** The agent warns only of a string that is not empty or a list with items. */
  readonly filled?: boolean;
}

const enterpriseOptions: readonly EnterpriseKey[] = [
  { path: 'read_replica' },
  { path: 'partition', filled: true },
  { path: 'autopilot.redundancy_zone_tag', filled: true },
  { path: 'autopilot.upgrade_version_tag', filled: true },
  { path: 'autopilot.disable_upgrade_migration' },
  { path: 'dns_config.prefer_namespace' },
  { path: 'acl.msp_disable_bootstrap' },
  { path: 'acl.tokens.managed_service_provider', filled: true },
  { path: 'license_path' },
  { path: 'reporting.license.enabled' },
];

const isFilled = (value: Value): boolean =>
  value.kind === 'string' ? value.value !== '' : value.kind !== 'list' || value.items.length > 0;

const ignored = (path: string): string =>
  `${path} is part of Consul Enterprise, and the community edition ignores it; remove it, or run Enterprise`;

function audits(audit: Value): boolean {
  const [enabled, sink] = [find(audit, 'enabled'), find(audit, 'sink')];
  return (enabled?.kind === 'bool' && enabled.value) || (sink?.kind === 'object' && sink.members.size > 0);
}

export const optionEnterpriseKey = rule({
  scope: 'agent',
  source: 'consul',
  id: 'option/enterprise-key',
  edition: 'community',
  severity: 'warning',
  options: [...enterpriseOptions.map(({ path }) => path), 'audit'],
  docs: {
    summary: 'An option has an effect only in Consul Enterprise.',
    rationale:
      'The community edition accepts these options with a warning, one for each file, and ignores them. ' +
      'Empty values of some are accepted without a warning.',
    bad: withOptions(`
      partition = "team"
    `),
    good: withOptions(`
      node_name = "srv1"
    `),
  },
  run: ({ agent }, report) => {
    for (const file of agent.files) {
      for (const { path, filled } of enterpriseOptions) {
        const value = find(file.value, path);
        if (value && (!filled || isFilled(value))) report({ path, value, message: ignored(path) });
      }
      const audit = find(file.value, 'audit');
      if (audit && audits(audit)) report({ path: 'audit', value: audit, message: ignored('audit') });
    }
  },
});
