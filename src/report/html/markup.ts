/** HTML that escapes what is put into it: text in, markup out, and no way to mix them up. */
import { printableJson } from '../../util/visible.ts';

export interface Markup {
  readonly html: string;
}

type Part = Markup | string | number | false | undefined | readonly Part[];

/** `html\`<p>${text}</p>\``: strings and numbers are escaped, markup is taken as it is, lists are joined. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = strings[0]!;
  for (const [i, part] of parts.entries()) text += print(part) + strings[i + 1]!;
  return { html: text };
}

function print(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part));
  return 'html' in part ? part.html : part.map(print).join('');
}

/** Fit for text and for attributes in double quotes. Characters that hide or turn text around are shown as U+FFFD. */
function escapeText(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Cs}/gu,
      '\ufffd',
    )
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/::/g, ':&#58;')
    .replace(/##(?=\w*\[)/g, '#&#35;');
}

/** Data for a script of the page: no text in it can end the element that holds it. */
export const jsonScript = (id: string, data: unknown): Markup => ({
  html: `<script type="application/json" id="${id}">${printableJson(data).replace(/</g, '\\u003c')}</script>`,
});
