/** Templates of Go, as consul-template, Nomad and confd have them. */
import { enclosed, type Lexer, type Tag } from './tags.ts';

export const goTags: Lexer = (text) => {
  const parts = enclosed(text, [['{{', '}}']]);
  if (!parts) return undefined;
  const tags: Tag[] = [];
  for (const { start, end, inside } of parts) {
    const tag = action(inside.replace(/^-\s|\s-$/g, '').trim());
    if (!tag) return undefined;
    tags.push({ ...tag, start, end });
  }
  return tags;
};

function action(
  inside: string,
):
  | { kind: 'if' | 'loop' | 'elif'; condition: string }
  | { kind: 'else' | 'end' | 'nothing' | 'hole' }
  | undefined {
  if (inside.startsWith('/*')) return { kind: 'nothing' };
  const [, word = '', rest = ''] = /^(\w+)\b\s*([\s\S]*)$/.exec(inside) ?? [];
  if (word === 'if' || word === 'with') return { kind: 'if', condition: rest };
  if (word === 'range') return { kind: 'loop', condition: inside };
  if (word === 'else')
    return /^(?:if|with)\b/.test(rest)
      ? { kind: 'elif', condition: rest.replace(/^\w+\s*/, '') }
      : { kind: 'else' };
  if (word === 'end') return { kind: 'end' };
  if (/^(?:define|block)$/.test(word)) return undefined;
  return /^\$\w*\s*:?=/.test(inside) ? { kind: 'nothing' } : { kind: 'hole' };
}
