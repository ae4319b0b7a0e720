/** YAML that holds no options of an agent: most YAML is of other programs. */
import { yamlKind } from '../../manifest/recognise.ts';
import { agent } from '../../options/agent.ts';
import { member } from '../../options/lookup.ts';
import { decode } from '../../text/decode.ts';
import type { Source } from '../../text/source/source.ts';
import { parseYaml } from '../../text/yaml/parse.ts';

/** Why it is not converted; completes "the file …". Undefined where half of its keys at least are options. */
export function notAnAgents(source: Source): string | undefined {
  const names = [...(decode(parseYaml(source)).value?.members.keys() ?? [])];
  const known = names.filter((name) => member(agent, name) !== undefined && !shared.has(name));
  if (names.length === 0 || known.length * 2 >= names.length) return undefined;
  return yamlKind(source.file, source.text) === 'manifest'
    ? 'is a manifest, from which `consul-cfg render` makes the files of agents'
    : 'is not a configuration of Consul: hardly any of its keys are options of an agent, so it is not converted';
}

/** Options that compose files and others have as keys too. */
const shared: ReadonlySet<string> = new Set(['version', 'services', 'service']);
