/** Keys that the agent reads with a warning: old ones, and those that only Consul Enterprise heeds. */
import { agent as root } from '../../options/agent.ts';
import type { Deprecated, Option, Section } from '../../options/option.ts';
import type { ObjectValue, Value } from '../../text/value.ts';
import { isLate } from '../fold.ts';
import { find, join } from '../select.ts';
import type { Check, Report } from './check.ts';

/** One warning for each file, since the agent folds old keys file by file; those folded after merging warn once. */
const deprecatedKeys: Check = {
  id: 'agent/deprecated-key',
  always: true,
  severity: 'warning',
  options: [],
  docs: 'Old keys still work, and the agent says what replaces them. In one file the new key wins over the old one.',
  run: ({ agent, config }, report) => {
    for (const file of agent.files) {
      if (file.value) visit(file.value, root, '', report);
    }
    for (const path of ['ui', 'ui_dir', 'ui_content_path']) {
      const value = config.get(path);
      const deprecated = root[path]?.deprecated;
      if (value && deprecated) report({ path, value, message: deprecationOf(path, deprecated) });
    }
  },
};

function visit(object: ObjectValue, section: Section, path: string, report: Report): void {
  for (const { name, value } of object.members.values()) {
    const option = section[name];
    if (!option) continue;
    const { deprecated, kind } = option;
    if (!deprecated && (kind.shape !== 'block' || value.kind !== 'object')) continue;
    const at = join(path, name);
    if (deprecated && warns(option, value) && !isLate(at))
      report({ path: at, value, message: deprecationOf(at, deprecated) });
    else if (kind.shape === 'block' && value.kind === 'object') visit(value, kind.section(), at, report);
  }
}

/** An empty list says nothing; false, 0 and "" do. */
const warns = (option: Option, value: Value): boolean =>
  option.deprecated?.silent !== true && !(value.kind === 'list' && value.items.length === 0);

function deprecationOf(path: string, { use, note }: Deprecated): string {
  const advice = use === undefined ? (note ?? 'remove it') : `write ${use}`;
  const more = use !== undefined && note !== undefined ? ` (${note})` : '';
  return `${path} is an old key that the agent still takes; ${advice}${more}`;
}

interface EnterpriseKey {
  readonly path: string;
  /** Only a value that says something counts: a text that is not empty, a list with items. */
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

const enterpriseKeys: Check = {
  id: 'agent/enterprise-key',
  severity: 'warning',
  options: [...enterpriseOptions.map(({ path }) => path), 'audit'],
  docs: 'The community agent says of these that they have no effect, and goes on.',
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
};

const ignored = (path: string): string =>
  `${path} is for Consul Enterprise; the community agent ignores it. Remove it, or run Enterprise`;

function audits(audit: Value): boolean {
  const [enabled, sink] = [find(audit, 'enabled'), find(audit, 'sink')];
  return (enabled?.kind === 'bool' && enabled.value) || (sink?.kind === 'object' && sink.members.size > 0);
}

export const former: readonly Check[] = [deprecatedKeys, enterpriseKeys];
