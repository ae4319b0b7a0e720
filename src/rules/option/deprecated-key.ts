import { isLate } from '../../model/resolve/fold.ts';
import { join } from '../../model/value-path.ts';
import { agent as root } from '../../options/agent.ts';
import type { Deprecated, Option, Section } from '../../options/option.ts';
import type { ObjectValue, Value } from '../../text/tree/value.ts';
import { type AgentReport, rule } from '../rule.ts';

function visit(object: ObjectValue, section: Section, path: string, report: AgentReport): void {
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

/** One warning for each file, since the agent folds old keys file by file; those folded after merging warn once. */
export const optionDeprecatedKey = rule({
  scope: 'agent',
  source: 'consul',
  id: 'option/deprecated-key',
  runWhenUnset: true,
  severity: 'warning',
  options: [],
  docs: {
    summary:
      'Old keys still work, and the agent says what replaces them. In one file the new key wins over the old one.',
  },
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
});
