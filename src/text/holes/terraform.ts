/** Templates of Terraform, as `templatefile` reads them. */
import { enclosed, type Lexer, type Tag } from './tags.ts';

const pairs = [
  ['$${', '}'],
  ['%%{', '}'],
  ['${', '}'],
  ['%{', '}'],
] as const;

export const terraformTags: Lexer = (text) => {
  const parts = enclosed(text, pairs);
  if (!parts) return undefined;
  const tags: Tag[] = [];
  for (const { start, end, open, inside } of parts) {
    // Written twice, the mark means itself, and what follows is text.
    if (open.length === 3) tags.push({ kind: 'text', start, end, from: start + 1, to: end });
    else if (open === '${') tags.push({ kind: 'hole', start, end });
    else {
      const tag = directive(inside.replace(/^~|~$/g, '').trim());
      if (!tag) return undefined;
      tags.push({ ...tag, start, end });
    }
  }
  return tags;
};

function directive(
  inside: string,
): { kind: 'if' | 'loop'; condition: string } | { kind: 'else' | 'end' } | undefined {
  const [, word = '', rest = ''] = /^(\w+)\s*([\s\S]*)$/.exec(inside) ?? [];
  if (word === 'if') return { kind: 'if', condition: rest };
  if (word === 'for') return { kind: 'loop', condition: inside };
  if (word === 'else') return { kind: 'else' };
  return word === 'endif' || word === 'endfor' ? { kind: 'end' } : undefined;
}
