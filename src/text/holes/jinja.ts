/** Templates of Jinja, as Ansible and Salt have them. */
import { type Enclosed, enclosed, type Lexer, type Tag } from './tags.ts';

const pairs = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['{#', '#}'],
] as const;

export const jinjaTags: Lexer = (text) => {
  const parts = enclosed(...withoutRaw(text));
  return parts && tagsOf(parts, text);
};

/** Between `{% raw %}` and `{% endraw %}` nothing is a tag: there it is hidden from the search, and its own place stays. */
function withoutRaw(text: string): [string, typeof pairs] {
  if (!text.includes('endraw')) return [text, pairs];
  const hidden = text.replace(
    /(\{%[-+]?\s*raw\s*[-+]?%\})([\s\S]*?)(?=\{%[-+]?\s*endraw\s*[-+]?%\})/g,
    (_all, open: string, body: string) => open + body.replace(/[{}]/g, ' '),
  );
  return [hidden, pairs];
}

function tagsOf(parts: readonly Enclosed[], text: string): readonly Tag[] | undefined {
  const tags: Tag[] = [];
  for (const { start, end, open, inside, from } of parts) {
    const place = { start, end };
    if (open === '{#') tags.push({ kind: 'nothing', ...place });
    else if (open === '{{') tags.push({ ...expression(inside, from), ...place });
    else {
      const tag = statement(inside.replace(/^[-+]|[-+]$/g, '').trim());
      if (!tag) return undefined;
      tags.push({ ...tag, ...place });
    }
  }
  return text.length > 0 ? tags : [];
}

/** `{{ '{{' }}` is a text. */
function expression(inside: string, from: number) {
  const literal = /^[-+]?\s*(?:'([^'\\]*)'|"([^"\\]*)")\s*[-+]?$/.exec(inside);
  if (!literal) return { kind: 'hole' } as const;
  const start = from + inside.search(/['"]/) + 1;
  return { kind: 'text', from: start, to: start + (literal[1] ?? literal[2] ?? '').length } as const;
}

function statement(
  inside: string,
):
  | { kind: 'if' | 'loop' | 'elif'; condition: string }
  | { kind: 'else' | 'end' | 'nothing' | 'hole' }
  | undefined {
  const [, word = '', rest = ''] = /^(\w+)\s*([\s\S]*)$/.exec(inside) ?? [];
  if (word === 'if' || word === 'elif') return { kind: word, condition: rest };
  if (word === 'for') return { kind: 'loop', condition: inside };
  if (word === 'else') return { kind: 'else' };
  if (word === 'endif' || word === 'endfor') return { kind: 'end' };
  if (word === 'set' && rest.includes('=')) return { kind: 'nothing' };
  if (/^(?:do|import|from|raw|endraw|autoescape|endautoescape|with|endwith|break|continue)$/.test(word))
    return { kind: 'nothing' };
  return word === 'include' ? { kind: 'hole' } : undefined;
}
