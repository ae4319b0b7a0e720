/** What the files of other programs have at their top, and no agent's has. */
import { isPolicy } from '../../subjects/policy/policy.ts';
import type { ObjectValue, Value } from '../../text/tree/value.ts';

/** Keys of Kubernetes, Vault, AWS, JSON Schema and ContainerPilot, whatever their value. */
const otherKeys = new Set(
  'apiversion region plugin_dir statement $schema jsonschema prestart prestop poststop'.split(' '),
);

/** Blocks of Nomad, Vault, Packer, Terraform and of programs around Consul; an agent has scalars there, or nothing. */
const otherBlocks = new Set(
  (
    'advertise backend build client consul job listener locals module packer path plugin provider resource seal server ' +
    'source storage template terraform variable vault'
  ).split(' '),
);

interface Folded {
  readonly name: string;
  readonly value: Value;
}

export function isOfAnotherProgram(raw: ObjectValue, text: string): boolean {
  const members = [...raw.members.values()].map(({ name, value }) => ({ name: name.toLowerCase(), value }));
  const isOther = members.some(
    ({ name, value }) => otherKeys.has(name) || (otherBlocks.has(name) && isBlock(value)),
  );
  return isOther || isPolicy(raw, text) || isRequest(members) || isRegistration(members);
}

const isBlock = (value: Value): boolean => value.kind === 'object' || (value.kind === 'list' && value.blocks);

/** Keys of a service, a check or a prepared query, as the HTTP API takes them. */
const requestKeys = new Set(
  (
    'address check checks connect datacenter definition dns enabletagoverride enable_tag_override id interval kind ' +
    'locality meta name namespace near notes partition port ports proxy service serviceid service_id session ' +
    'socketpath socket_path taggedaddresses tagged_addresses tags template token ttl weights http tcp timeout'
  ).split(' '),
);

/** What `/v1/catalog/register` takes. */
const isRegistration = (members: readonly Folded[]): boolean =>
  ['node', 'address'].every((key) => members.some(({ name }) => name === key));

/** Its name is at the top, where an agent has none, and all else belongs to it. */
function isRequest(members: readonly Folded[]): boolean {
  const isNamed = members.some(({ name }) => name === 'name' || name === 'id');
  return isNamed && members.length > 1 && members.every(({ name }) => requestKeys.has(name));
}
