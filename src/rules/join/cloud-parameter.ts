import { providerParameters } from '../../options/grammars/join.ts';
import { isPlaceholder } from '../../subjects/agent/predicates.ts';
import { gatewayEntries, joinEntries, lookupPairs, wanEntries } from '../../subjects/cluster/join.ts';
import { own } from '../../util/collections.ts';
import { withOptions } from '../forms/examples.ts';
import { quote } from '../message.ts';
import { rule } from '../rule.ts';

export const joinCloudParameter = rule({
  id: 'join/cloud-parameter',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['retry_join', 'start_join', 'retry_join_wan', 'start_join_wan', 'primary_gateways'],
  docs: {
    summary:
      'A cloud lookup has a parameter that its provider does not read, a comma, or no tag to look for.',
    rationale:
      'go-discover passes over parameters that it does not know, so the lookup is another one than it says. Blanks separate ' +
      'the pairs, and a comma belongs to the value before it. Without tag_key the AWS provider filters by the name "tag:" ' +
      '(provider/aws/aws_discover.go), which no instance has. The parameters are those of the go-discover of 1.16, 1.20 and 1.23.',
    bad: withOptions(`
      retry_join = ["provider=aws tag_name=consul tag_key=role tag_value=server"]
    `),
    good: withOptions(`
      retry_join = ["provider=aws tag_key=role tag_value=server"]
    `),
  },
  run({ config }, report) {
    for (const { target, text, at, path } of [
      ...joinEntries(config),
      ...wanEntries(config),
      ...gatewayEntries(config),
    ]) {
      const pairs = target.kind === 'dynamic' ? lookupPairs(text) : undefined;
      for (const message of pairs && !isPlaceholder(text) ? faultsOf(pairs) : [])
        report({ at, path, message });
    }
  },
});

/** At most one fault: each is corrected in the same text. */
function faultsOf(pairs: ReadonlyMap<string, string>): readonly string[] {
  const provider = pairs.get('provider') ?? '';
  const known = own(providerParameters, provider) ?? [];
  const [key, value] = [...pairs].find(([, text]) => text.endsWith(',')) ?? [];
  if (key !== undefined)
    return [
      `the comma after ${key}=${value} belongs to the value, since blanks separate the pairs of a cloud lookup; remove it`,
    ];
  const unknown = [...pairs.keys()].find((name) => name !== 'provider' && !known.includes(name));
  if (unknown !== undefined)
    return [
      `the provider ${provider} does not read ${quote(unknown)} and passes over it; it reads ${known.join(', ')}`,
    ];
  return provider === 'aws' && !pairs.get('tag_key')
    ? [
        'this lookup has no tag_key, so that it filters by a tag without a name and finds no instance; write tag_key and tag_value',
      ]
    : [];
}
