import { configEntry } from '../../options/config-entries.ts';
import { entriesOf } from '../forms/entries.ts';
import { quote } from '../message.ts';
import { rule } from '../rule.ts';
import { asValue, root } from './support/decoding.ts';

export const entriesKind = rule({
  scope: 'agent',
  source: 'consul',
  id: 'entries/kind',
  severity: 'error',
  options: [`${root}.kind`],
  docs: {
    summary:
      'An entry says what it is by kind or Kind, spelled exactly so, and only the kinds of the release are known.',
  },
  run: ({ agent }, report) => {
    for (const { path, at, fault } of entriesOf(agent).faults) {
      if (fault.code === 'no-kind')
        report({ path, value: asValue(at), message: `${path} has no kind; write kind, or Kind, exactly so` });
      else if (fault.code === 'kind-type')
        report({ path, value: asValue(at), message: `${path} must name its kind by a string` });
      else if (fault.code === 'kind')
        report({
          path,
          value: asValue(at),
          message: `${path} has the kind ${quote(fault.kind ?? '')}, which an agent of ${agent.version} does not know; it knows ${Object.keys(configEntry.variants).join(', ')}`,
        });
    }
  },
});
