/** Templates of Ruby, as Puppet and Chef have them. */
import { enclosed, type Lexer, type Tag } from './tags.ts';

export const erbTags: Lexer = (text) => {
  const parts = enclosed(text, [['<%', '%>']]);
  if (!parts) return undefined;
  const tags: Tag[] = [];
  for (const { start, end, inside } of parts) {
    const tag = code(inside);
    if (!tag) return undefined;
    tags.push({ ...tag, start, end });
  }
  return tags;
};

function code(
  inside: string,
):
  | { kind: 'if' | 'loop' | 'elif'; condition: string }
  | { kind: 'else' | 'end' | 'nothing' | 'hole' }
  | undefined {
  if (inside.startsWith('=')) return { kind: 'hole' };
  if (inside.startsWith('#')) return { kind: 'nothing' };
  const text = inside.replace(/^-|-$/g, '').trim();
  const [, word = '', rest = ''] = /^(\w+)\b\s*([\s\S]*)$/.exec(text) ?? [];
  if (word === 'if' || word === 'elsif')
    return { kind: word === 'if' ? 'if' : 'elif', condition: rest.replace(/\s+then$/, '') };
  if (word === 'unless') return { kind: 'if', condition: `!(${rest})` };
  if (word === 'else') return { kind: 'else' };
  if (word === 'end' && rest === '') return { kind: 'end' };
  if (/\bdo\s*(?:\|[^|]*\|)?$|\{\s*\|[^|]*\|$/.test(text) || /^(?:for|while|until)$/.test(word))
    return { kind: 'loop', condition: text };
  if (text === '}') return { kind: 'end' };
  return /^(?:case|when|begin|rescue|ensure)$/.test(word) ? undefined : { kind: 'nothing' };
}
