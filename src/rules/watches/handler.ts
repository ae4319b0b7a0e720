import { each } from '../../model/value-path.ts';
import { renameKey, replaceValue } from '../../subjects/edits.ts';
import { rule } from '../rule.ts';
import { refusalOf } from './support/plan.ts';

export const watchHandler = rule({
  id: 'watches/handler',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  fix: 'unsafe',
  options: ['watches'],
  docs: {
    summary: 'A watch has its command in the deprecated handler.',
    rationale:
      "args replaced handler in 1.0. The agent still runs handler by a shell, and logs at each start: \"The 'handler' field " +
      "in watches has been deprecated and replaced with the 'args' field\" (agent/watch_handler.go).",
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nwatches = [\n  {\n    type = "services"\n    handler = "/usr/local/bin/changed | logger"\n  },\n]\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nwatches = [\n  {\n    type = "services"\n' +
        '    args = ["/bin/sh", "-c", "/usr/local/bin/changed | logger"]\n  },\n]\n',
    },
  },
  run({ config }, report) {
    each(config.written, 'watches[]', (watch, path) => {
      const member = watch.kind === 'object' ? watch.members.get('handler') : undefined;
      if (watch.kind !== 'object' || member?.value.kind !== 'string' || refusalOf(watch)) return;
      const { key, value } = member;
      const args = `["/bin/sh", "-c", ${JSON.stringify(member.value.value)}]`;
      report({
        at: key,
        path: `${path}.handler`,
        message: `handler is deprecated, and the agent warns of it at each start; write args = ${args}, or the program and its arguments`,
        fix: {
          title: 'Write args',
          safe: false,
          edits: [renameKey(member, 'args'), replaceValue(value, args)],
        },
      });
    });
  },
});
