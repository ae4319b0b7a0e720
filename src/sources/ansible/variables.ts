/** Variables of Ansible: YAML as Ansible reads it, and what of a value is known before Jinja has filled it in. */
import { mark } from '../../text/source/embedded.ts';
import { Source } from '../../text/source/source.ts';
import { boolValue, stringValue } from '../../text/tree/make.ts';
import { objectIn, textIn } from '../../text/tree/read.ts';
import type { Member, ObjectValue, Value } from '../../text/tree/value.ts';
import { decodeYaml } from '../../text/yaml/decode.ts';
import { parseYamlDocuments } from '../../text/yaml/parse.ts';
import type { Variables } from './roles/role.ts';

/** The only document of a file; undefined for several, and for one with a mistake. */
export function valueIn(source: Source): Value | undefined {
  const [tree, second] = parseYamlDocuments(withoutTags(source));
  if (!tree?.root || second || tree.problems.length > 0) return undefined;
  return asYaml11(decodeYaml(tree.source, tree.root));
}

export function variablesIn(source: Source): ObjectValue | undefined {
  const value = objectIn(valueIn(source));
  return value && value.members.size > 0 ? value : undefined;
}

/** The tags of Ansible say how a text is read, and not which it is. What is encrypted begins with a line that says so. */
const withoutTags = ({ file, text }: Source): Source =>
  new Source(
    file,
    text.replace(/(?<=[:-][ \t]+)!(?:vault|unsafe|vault-encrypted)\b/g, (tag) => ' '.repeat(tag.length)),
  );

/** Ansible reads YAML 1.1, in which these words without quotes are booleans, and numbers have further forms. */
function asYaml11(value: Value): Value {
  if (value.kind === 'list') return { ...value, items: value.items.map(asYaml11) };
  if (value.kind === 'object') {
    const members = [...value.members].map(
      ([name, member]) => [name, { ...member, value: asYaml11(member.value) }] as const,
    );
    return { ...value, members: new Map(members) };
  }
  const written = value.source.text.slice(value.start, value.end);
  if (/^(?:yes|on|no|off)$/i.test(written)) return boolValue(/^(?:yes|on)$/i.test(written), value);
  const isOther = /^[-+]?(?:0\d+|\d[\d_]*_[\d_]*|\d+(?::[0-5]?\d)+)$/.test(written);
  return isOther ? stringValue(mark, value) : value;
}

export const isTemplate = (text: string): boolean => /\{\{|\{%|^\s*\$ANSIBLE_VAULT;/.test(text);

/** Texts with expressions are not known. */
export function withHoles(value: Value): Value {
  if (value.kind === 'string') return isTemplate(value.value) ? { ...value, value: mark } : value;
  if (value.kind === 'list') return { ...value, items: value.items.map(withHoles) };
  if (value.kind !== 'object') return value;
  const members = [...value.members].map(([name, member]): [string, Member] => {
    const known = isTemplate(name) ? mark : name;
    return [known, { ...member, name: known, value: withHoles(member.value) }];
  });
  return { ...value, members: new Map(members) };
}

/** As the filter `bool` reads it. */
export const isTruth = (text: string): boolean => /^(?:yes|on|1|true|y|t)$/i.test(text);

export const textOf = (variables: Variables, name: string): string | undefined => {
  const text = textIn(variables.get(name)?.value);
  return text === undefined || isTemplate(text) || text.includes(mark) ? undefined : text;
};

export function isTrue(variables: Variables, name: string): boolean {
  const text = textOf(variables, name);
  return text !== undefined && text !== '' && !/^(?:no|off|0|false|n|f|none|null|~)$/i.test(text);
}

/** Of a text in quotes Jinja says that it is true, whatever it says: what is meant is not known. */
export function truthOf(variables: Variables, name: string): boolean | undefined {
  const value = variables.get(name)?.value;
  return value?.kind === 'bool' ? value.value : undefined;
}
