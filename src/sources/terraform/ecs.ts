/** Container definitions of ECS: JSON in a file, in a heredoc or behind `jsonencode`. */
import { EmbeddedSource, inFile, mark, textInFile, textWithHoles } from '../../text/source/embedded.ts';
import { MappedText } from '../../text/source/mapped-text.ts';
import { spanOf } from '../../text/source/source.ts';
import { itemsOf, membersOf, textIn, wordIn } from '../../text/tree/read.ts';
import type { Value } from '../../text/tree/value.ts';
import { decodeYaml } from '../../text/yaml/decode.ts';
import { parseYamlDocuments } from '../../text/yaml/parse.ts';
import { scalarText } from '../../text/yaml/scalar-text.ts';
import { agentIn } from '../container/agent.ts';
import { wordOfItem } from '../container/arguments.ts';
import type { Mount, StartedAgent } from '../source.ts';
import { filledIn } from './language/expression.ts';

/** JSON is YAML too, and its reader knows where each character is written. */
export function ecsAgents(written: MappedText): readonly StartedAgent[] {
  const [tree, second] = parseYamlDocuments(new EmbeddedSource(textWithHoles(written)));
  if (!tree?.root || second || tree.problems.length > 0) return [];
  const root = decodeYaml(tree.source, tree.root);
  const task = memberIn(root, 'taskDefinition') ?? root;
  const definitions = root.kind === 'list' ? root : memberIn(task, 'containerDefinitions');
  return itemsOf(definitions).flatMap((definition) => {
    const agent = isDefinition(definition) ? agentOf(definition) : undefined;
    return agent ? [{ ...agent, isAlone: true as const }] : [];
  });
}

/** The letter case of its keys does not matter. */
const memberIn = (value: Value | undefined, name: string): Value | undefined =>
  membersOf(value).find((member) => member.name.toLowerCase() === name.toLowerCase())?.value;

const isDefinition = (value: Value): boolean =>
  memberIn(value, 'image') !== undefined &&
  ['name', 'essential', 'portMappings', 'mountPoints', 'memory', 'cpu', 'environment'].some(
    (name) => memberIn(value, name) !== undefined,
  );

function agentOf(definition: Value): StartedAgent | undefined {
  const name = textOf(memberIn(definition, 'name'))?.text;
  const image = textOf(memberIn(definition, 'image'));
  const mounts = itemsOf(memberIn(definition, 'mountPoints')).flatMap(mountOf);
  const isOpen =
    itemsOf(memberIn(definition, 'environmentFiles')).length > 0 ||
    itemsOf(memberIn(definition, 'volumesFrom')).length > 0;
  return agentIn({
    kind: 'ecs',
    name: name !== undefined && /^[\w.-]+$/.test(name) ? name : undefined,
    at: inFile(spanOf(memberIn(definition, 'name') ?? memberIn(definition, 'image') ?? definition)),
    image,
    entrypoint: textsOf(memberIn(definition, 'entryPoint'))?.map(wordOfItem),
    command: textsOf(memberIn(definition, 'command'))?.map(wordOfItem),
    environment: environmentOf(definition),
    mounts,
    names: [],
    sharedNames: [],
    addresses: [],
    // Security groups decide what reaches its ports, and a service how many run.
    published: undefined,
    networks: undefined,
    count: undefined,
    open: isOpen ? 'its environment is not all in sight' : undefined,
  });
}

function textOf(value: Value | undefined): MappedText | undefined {
  const word = wordIn(value);
  if (!word) return undefined;
  const text = textInFile(scalarText(word));
  return text.replaced(
    [...text.text.matchAll(new RegExp(mark, 'g'))].map(({ index }) => ({
      from: index,
      to: index + mark.length,
      text: filledIn,
    })),
  );
}

/** Null is as if it were not there. */
function textsOf(value: Value | undefined): readonly MappedText[] | undefined {
  if (value?.kind === 'list') return value.items.flatMap((item) => textOf(item) ?? []);
  // A variable in the place of the list.
  return value && value.kind !== 'null' ? [MappedText.at(inFile(spanOf(value)), filledIn)] : undefined;
}

function environmentOf(definition: Value): ReadonlyMap<string, MappedText | undefined> {
  const environment = new Map<string, MappedText | undefined>();
  for (const pair of itemsOf(memberIn(definition, 'environment'))) {
    const name = textIn(memberIn(pair, 'name'));
    const value = textOf(memberIn(pair, 'value'));
    const isKnown = name === 'CONSUL_LOCAL_CONFIG' || !value?.text.includes('$');
    if (name !== undefined) environment.set(name, isKnown ? value : undefined);
  }
  for (const secret of itemsOf(memberIn(definition, 'secrets'))) {
    const name = textIn(memberIn(secret, 'name'));
    if (name !== undefined) environment.set(name, undefined);
  }
  return environment;
}

/** What is in a volume of a task is not in sight. */
function mountOf(point: Value): readonly Mount[] {
  const path = memberIn(point, 'containerPath');
  const target = textOf(path)?.text;
  if (!path || target === undefined) return [];
  return [
    {
      target: target.replace(/(?<=.)\/$/, ''),
      at: inFile(spanOf(path)),
      content: { kind: 'unknown' },
    },
  ];
}
