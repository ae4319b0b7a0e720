/** Prints `AgentConfig`, the interface of an agent's configuration, with the docs of every option as comments. */

import { agent } from '../../src/options/agent.ts';
import { defaultText, deprecatedText } from '../../src/options/describe.ts';
import type { BlockKind, Kind, ScalarKind, VariantKind } from '../../src/options/kinds.ts';
import type { Option, Section } from '../../src/options/option.ts';
import { isWritable } from '../../src/options/releases/release-keys.ts';
import { visitKind } from '../../src/options/visit.ts';

const width = 110;

const head = `/**
 * Every option of an agent, for an editor's hover and the compiler. Generated from the option table by
 * \`npm run generate\`: change the section files instead.
 */
`;

export function agentConfigText(): string {
  const blocks: Blocks = new Map();
  const root = interfaceText('AgentConfig', agent, {}, blocks);
  const printed = new Set<string>();
  const parts = [root];
  for (let next = unprinted(blocks, printed); next; next = unprinted(blocks, printed)) {
    printed.add(next.block.name);
    parts.push(interfaceText(interfaceName(next.block), next.block.section(), next, blocks));
  }
  return `${head}${parts.join('\n')}`;
}

interface Printable {
  readonly block: BlockKind;
  /** The member that distinguishes this variant from the others. */
  readonly tag?: string;
}

type Blocks = Map<string, Printable>;

const unprinted = (blocks: Blocks, printed: ReadonlySet<string>) =>
  [...blocks.values()].find(({ block }) => !printed.has(block.name));

const interfaceName = ({ name }: BlockKind): string => (name.endsWith('Config') ? name : `${name}Config`);

function interfaceText(name: string, section: Section, of: Partial<Printable>, blocks: Blocks): string {
  const lines = Object.entries(section)
    .filter(([, option]) => isWritable(option))
    .map(([key, option]) => commentText(option) + propertyText(key, typeText(option.kind, blocks)));
  if (of.tag) lines.unshift(`  ${of.tag};\n`);
  if (of.block?.free === 'open') lines.push('  [key: string]: unknown;\n');
  return `export interface ${name} {\n${lines.join('')}}\n`;
}

function propertyText(key: string, types: readonly string[]): string {
  const name = /^[A-Za-z_]\w*$/.test(key) ? key : `'${key}'`;
  const all = [...types, 'undefined'];
  const line = `  ${name}?: ${all.join(' | ')};\n`;
  return line.length <= width + 1 ? line : `  ${name}?:\n${all.map((type) => `    | ${type}`).join('\n')};\n`;
}

/** The members of the union. */
const typeText = (kind: Kind, blocks: Blocks): readonly string[] =>
  visitKind<readonly string[]>(kind, {
    string: (string) => (string.values ? wordsOf(string, string.values) : ['string']),
    bool: () => ['boolean'],
    number: () => ['number'],
    any: () => ['unknown'],
    list: ({ of }) => [`readonly ${bracketed(typeText(of, blocks))}[]`],
    map: ({ of }) => [`Readonly<Record<string, ${typeText(of, blocks).join(' | ')}>>`],
    variant: (variant) => variantTypes(variant, blocks),
    block: (block) => {
      blocks.set(block.name, { block });
      return [interfaceName(block)];
    },
  });

function variantTypes({ tag, variants }: VariantKind, blocks: Blocks): string[] {
  const writable = Object.entries(variants).filter(([, { internal }]) => !internal);
  return writable.map(([name, { block }]) => {
    blocks.set(block.name, { block, tag: `${tag}: '${name}'` });
    return interfaceName(block);
  });
}

const bracketed = (types: readonly string[]): string =>
  types.length === 1 ? types[0]! : `(${types.join(' | ')})`;

const wordsOf = (kind: ScalarKind, values: readonly string[]): string[] => {
  const spellings = kind.anyCase ? values.flatMap((word) => [word, word.toLowerCase()]) : values;
  return [...new Set(spellings)].map((word) => `'${word}'`);
};

function commentText(option: Option): string {
  const tags = [
    ...defaultTag(option),
    ...(option.since ? [`@since Consul ${[option.since].flat().join(', ')}`] : []),
    ...(option.deprecated ? [`@deprecated ${deprecatedText(option.deprecated)}`] : []),
  ];
  const docs = option.enterprise ? `${option.docs} Consul Enterprise only.` : option.docs;
  const paragraphs = tags.length > 0 ? [...wrap(docs), '', ...tags.flatMap(wrap)] : wrap(docs);
  const [first] = paragraphs;
  if (paragraphs.length === 1) return `  /** ${first} */\n`;
  return `  /**\n${paragraphs.map((line) => `   * ${line}`.trimEnd()).join('\n')}\n   */\n`;
}

function defaultTag(option: Option): string[] {
  const text = defaultText(option, undefined);
  return text ? [`@default ${text}`] : [];
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= width - 5)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
