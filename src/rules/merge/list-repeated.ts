import type { Finding } from '../../finding.ts';
import { collectSetOptions } from '../../subjects/agent/set-options.ts';
import type { ListValue } from '../../text/tree/value.ts';
import { rule } from '../rule.ts';

const isInElement = /^(service|check)\.|\[/;

export const listRepeated = rule({
  id: 'merge/list-repeated',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'Two files of one agent set the same list, and the agent uses both.',
    rationale:
      'A later file replaces a value, but appends to a list. A list that was meant to replace an earlier one extends it, ' +
      'and the earlier elements remain. Lists of services and checks are excluded.',
    bad: {
      'etc/consul.d/10-base.hcl': 'data_dir = "/var/lib/consul"\nrecursors = ["10.0.0.53"]\n',
      'etc/consul.d/20-site.hcl': 'recursors = ["10.1.0.53"]\n',
    },
    good: {
      'etc/consul.d/10-base.hcl': 'data_dir = "/var/lib/consul"\nrecursors = ["10.0.0.53", "10.1.0.53"]\n',
      'etc/consul.d/20-site.hcl': 'log_level = "DEBUG"\n',
    },
  },
  run({ files }, report) {
    if (files.length < 2) return;
    const first = new Map<string, ListValue>();
    for (const { value: root } of files) {
      if (!root) continue;
      for (const {
        path,
        option: { kind },
        member: { key, value },
      } of collectSetOptions(root).options) {
        const ofScalars = kind.shape === 'list' && 'wants' in kind.of;
        // Services, checks and watches of several files are separate elements, so nothing is repeated.
        if (!ofScalars || isInElement.test(path)) continue;
        if (value.kind !== 'list' || value.items.length === 0) continue;
        const earlier = first.get(path);
        if (!earlier) {
          first.set(path, value);
          continue;
        }
        report({ at: key, path, ...repeated(path, earlier, value) });
      }
    }
  },
});

function repeated(path: string, earlier: ListValue, later: ListValue): Pick<Finding, 'message' | 'related'> {
  if (earlier.source.file === later.source.file && earlier.start === later.start) {
    const message = `the agent is given this file twice, and lists are appended, so ${path} has each entry twice; name the file once, or only its directory`;
    return { message };
  }
  return {
    message: `${path} is also set in another file of this agent, and lists are appended, so the agent uses both; write it in one file`,
    related: [{ at: earlier, message: 'the first of the two' }],
  };
}
