/** `consul::config_hash` in data of Hiera, which the module puppet-consul writes as JSON. */
import { posix } from 'node:path';
import { decode } from '../../text/decode.ts';
import { mark } from '../../text/source/embedded.ts';
import { type Source, spanOf } from '../../text/source/source.ts';
import type { Member, ObjectValue, Value } from '../../text/tree/value.ts';
import { parseYamlDocuments } from '../../text/yaml/parse.ts';
import type { StartedAgent, World } from '../source.ts';

export function readHiera(source: Source): World | undefined {
  const [tree, second] = parseYamlDocuments(source);
  if (!tree || second || tree.problems.length > 0) return undefined;
  const members = decode(tree).value?.members ?? new Map<string, Member>();
  const found = [...members.values()].find(({ name }) => /(?:^|::)config_hash$/.test(name));
  if (found?.value.kind !== 'object' || found.value.members.size === 0) return undefined;
  const agent = agentOf(withHoles(found.value) as ObjectValue, source);
  return { kind: 'hiera', source, texts: [source], agents: [agent], isWhole: false };
}

function agentOf(value: ObjectValue, source: Source): StartedAgent {
  const at = spanOf(value);
  const isOfUnknownRole = !value.members.has('server');
  return {
    name: posix.basename(source.file).replace(/\.\w+$/, ''),
    words: undefined,
    isAlone: true,
    at,
    release: undefined,
    image: undefined,
    mounts: [{ target: '/etc/consul/config.json', at, content: { kind: 'value', value, isOfUnknownRole } }],
    emptyPaths: [],
    container: undefined,
    open: 'other data and manifests may set options of it',
  };
}

/** Interpolations and what is encrypted are not known, nor is the type of a text that looks like a number: releases of the module differ. */
function withHoles(value: Value): Value {
  if (value.kind === 'string')
    return /%\{|^ENC\[|^(?:-?\d+|true|false)$/.test(value.value) ? { ...value, value: mark } : value;
  if (value.kind === 'list') return { ...value, items: value.items.map(withHoles) };
  if (value.kind !== 'object') return value;
  const members = [...value.members].map(([name, member]): [string, Member] => [
    name,
    { ...member, value: withHoles(member.value) },
  ]);
  return { ...value, members: new Map(members) };
}
