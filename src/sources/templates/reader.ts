/** Templates of a configuration or a unit: the texts that they make, with what is not known of them. */
import { erbTags } from '../../text/holes/erb.ts';
import { goTags } from '../../text/holes/go.ts';
import { jinjaTags } from '../../text/holes/jinja.ts';
import type { Lexer } from '../../text/holes/tags.ts';
import { terraformTags } from '../../text/holes/terraform.ts';
import { isSockaddrTemplate } from '../../text/placeholder.ts';
import { MappedText } from '../../text/source/mapped-text.ts';
import type { Source } from '../../text/source/source.ts';
import type { World } from '../source.ts';
import { templateText } from './texts.ts';

export function readTemplate(source: Source): World {
  const template = templateText(MappedText.whole(source), source.file, lexerOf(source));
  const what = typeof template === 'string' ? { unread: template } : { templates: [template] };
  return { kind: 'templates', source, texts: [source], agents: [], ...what, isWhole: false };
}

/** By the extension; where several engines have it, by what is written in the text. */
function lexerOf({ file, text }: Source): Lexer {
  if (/\.(?:j2|jinja2?)$/i.test(file)) return jinjaTags;
  if (/\.erb$/i.test(file)) return erbTags;
  if (/\.(?:ctmpl|gotmpl)$/i.test(file)) return goTags;
  if (/\.tftpl$/i.test(file)) return terraformTags;
  if (/<%=?\s/.test(text)) return erbTags;
  if (/\{%[-+]?\s|\{#/.test(text)) return jinjaTags;
  if (/\$\{|%\{/.test(text)) return terraformTags;
  return text.includes('{{') && !isSockaddrTemplate(text) ? goTags : terraformTags;
}
