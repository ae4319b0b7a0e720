/**
 * ACL policies in files: what `consul acl policy create -rules @FILE` takes. No agent reads them. What a policy grants
 * follows acl/policy.go and acl/policy_authorizer.go of Consul.
 */
import type { ConfigFile } from '../../model/load/file.ts';
import type { Source, Span } from '../../text/source/source.ts';
import type { Member, ObjectValue, Value } from '../../text/tree/value.ts';

export interface PolicyRule {
  /** Such as `key_prefix`, or `operator`. */
  readonly resource: string;
  /** What the rule is about: a name or a prefix; undefined for `operator` and its like. */
  readonly name: string | undefined;
  /** `read`, `write`, `list`, `deny` in lower case, or what is written instead; undefined where nothing is. */
  readonly access: string | undefined;
  readonly at: Span;
}

export interface AclPolicy {
  readonly source: Source;
  readonly rules: readonly PolicyRule[];
}

/** Resources with a rule for each name or prefix. */
const named = new Set(
  'agent event identity key node query service session'
    .split(' ')
    .flatMap((name) => [name, `${name}_prefix`]),
);

/** Resources with one rule. */
const single = new Set('acl keyring mesh operator peering'.split(' '));

/** Blocks of Enterprise, which hold rules. */
const enterprise = new Set('namespace namespace_prefix partition partition_prefix'.split(' '));

export const isKnownResource = (name: string): boolean =>
  named.has(name) || single.has(name) || enterprise.has(name);

/** Names of rules, for the nearest one. */
export const resources: readonly string[] = [...named, ...single];

/** Before a text is parsed. */
export const mayBePolicy = (text: string): boolean => /\bpolicy"?\s*[=:]\s*"/i.test(text);

/** True where all keys are those of rules, or blocks that have a policy as these do, and access is granted or denied. */
export function isPolicy(raw: ObjectValue, text: string): boolean {
  const members = [...raw.members.values()];
  const known = members.filter(({ name }) => isKnownResource(name.toLowerCase()));
  if (known.length === 0 || !members.every((member) => known.includes(member) || hasPolicy(member.value)))
    return false;
  const grants = known.some(({ value }) => value.kind === 'string' && isAccess(value.value));
  return grants || /\bpolicy"?\s*[=:]\s*"(?:read|write|deny|list)"/i.test(text);
}

export const isPolicyFile = ({ raw, source }: ConfigFile): boolean =>
  raw !== undefined && isPolicy(raw, source.text);

export const isAccess = (text: string): boolean => /^(?:read|write|deny|list)$/i.test(text);

const objectsIn = (value: Value): readonly ObjectValue[] => {
  if (value.kind === 'object') return [value];
  return value.kind === 'list' ? value.items.flatMap((item) => (item.kind === 'object' ? [item] : [])) : [];
};

/** `name { "label" { policy = "…" } }`, as blocks of HCL and objects of JSON are both read. */
const hasPolicy = (value: Value): boolean =>
  objectsIn(value).some(({ members }) =>
    [...members.values()].some(({ value: inner }) =>
      objectsIn(inner).some((rule) => rule.members.has('policy')),
    ),
  );

export function policyOf({ source, raw }: Pick<ConfigFile, 'source' | 'raw'>): AclPolicy {
  return { source, rules: raw ? [...raw.members.values()].flatMap(rulesIn) : [] };
}

function rulesIn({ name, key, value }: Member): readonly PolicyRule[] {
  const resource = name.toLowerCase();
  if (enterprise.has(resource)) return [];
  if (value.kind === 'string')
    return [{ resource, name: undefined, access: value.value.toLowerCase(), at: value }];
  return objectsIn(value).flatMap(({ members }) =>
    [...members.values()].flatMap((label) =>
      objectsIn(label.value).map((rule): PolicyRule => {
        const access = rule.members.get('policy')?.value;
        const text = access?.kind === 'string' ? access.value.toLowerCase() : undefined;
        return { resource, name: label.name, access: text, at: access ?? label.key ?? key };
      }),
    ),
  );
}
