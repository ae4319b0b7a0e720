import { configEntry } from '../../options/config-entries.ts';
import { entriesOf, variantOf } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { quote } from '../message.ts';
import { rule } from '../rule.ts';
import { asValue, root } from './support/decoding.ts';

const kindsOf = (version: string): readonly string[] =>
  Object.keys(configEntry.variants).filter((kind) => variantOf(kind, version) !== undefined);

export const entriesKind = rule({
  scope: 'agent',
  source: 'consul',
  id: 'entries/kind',
  severity: 'error',
  options: [`${root}.kind`],
  docs: {
    summary: 'A config entry has no kind, or one that the release does not know.',
    rationale:
      'The agent reads the kind under kind or Kind, in exactly these spellings, and refuses an entry ' +
      'without it or with a kind that is newer than the agent. control-plane-request-limit cannot be ' +
      'written in a file.',
    bad: withEntry(`
      kind = "service-default"
      name = "web"
    `),
    good: withEntry(`
      kind = "service-defaults"
      name = "web"
    `),
  },
  run: ({ agent }, report) => {
    for (const { path, at, fault } of entriesOf(agent).faults) {
      if (fault.code === 'no-kind')
        report({
          path,
          value: asValue(at),
          message: `${path} has no kind; write kind (or Kind, in exactly this spelling), such as kind = "service-defaults"`,
        });
      else if (fault.code === 'kind-type')
        report({ path, value: asValue(at), message: `${path} must give its kind as a string` });
      else if (fault.code === 'kind')
        report({
          path,
          value: asValue(at),
          message: `${path} has the kind ${quote(fault.kind ?? '')}, which an agent of ${agent.version} does not know; write one of ${kindsOf(agent.version).join(', ')}`,
        });
    }
  },
});
