import { isLate } from '../../model/resolve/fold.ts';
import { agent as root } from '../../options/agent.ts';
import type { Deprecated, Option, Section } from '../../options/option.ts';
import type { ObjectValue, Value } from '../../text/tree/value.ts';
import { memberPath } from '../../util/text.ts';
import { withOptions } from '../forms/examples.ts';
import { type AgentReport, rule } from '../rule.ts';

function visit(object: ObjectValue, section: Section, path: string, report: AgentReport): void {
  for (const { name, value } of object.members.values()) {
    const option = section[name];
    if (!option) continue;
    const { deprecated, kind } = option;
    if (!deprecated && (kind.shape !== 'block' || value.kind !== 'object')) continue;
    const at = memberPath(path, name);
    if (deprecated && warns(option, value) && !isLate(at))
      report({ path: at, value, message: deprecationOf(at, deprecated) });
    else if (kind.shape === 'block' && value.kind === 'object') visit(value, kind.section(), at, report);
  }
}

/** The agent warns of any value but an empty list. */
const warns = (option: Option, value: Value): boolean =>
  option.deprecated?.silent !== true && !(value.kind === 'list' && value.items.length === 0);

function deprecationOf(path: string, { use, note }: Deprecated): string {
  const advice = use === undefined ? note : `write ${use}`;
  const more = use !== undefined && note !== undefined ? ` (${note})` : '';
  return `${path} is deprecated, although the agent still accepts it; ${advice}${more}`;
}

/** One warning for each file, since the agent translates deprecated keys file by file; ui, ui_dir and ui_content_path once. */
export const optionDeprecatedKey = rule({
  scope: 'agent',
  source: 'consul',
  id: 'option/deprecated-key',
  runWhenUnset: true,
  severity: 'warning',
  options: [],
  docs: {
    summary: 'An option is deprecated.',
    rationale:
      'The agent accepts deprecated keys with a warning and translates them, file by file. A new key in ' +
      'the same file takes precedence over the deprecated one.',
    bad: withOptions(`
      ui = true
    `),
    good: withOptions(`
      ui_config {
        enabled = true
      }
    `),
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
