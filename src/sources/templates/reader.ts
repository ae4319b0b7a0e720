/** Templates of a configuration or a unit: the texts that they make, with what is not known of them. */

import { withQuotedHoles } from '../../text/holes/bare.ts';
import { type Template, templateOf } from '../../text/holes/blocks.ts';
import { erbTags } from '../../text/holes/erb.ts';
import { goTags } from '../../text/holes/go.ts';
import { jinjaTags } from '../../text/holes/jinja.ts';
import type { Lexer } from '../../text/holes/tags.ts';
import { terraformTags } from '../../text/holes/terraform.ts';
import { variantsOf } from '../../text/holes/variants.ts';
import { isSockaddrTemplate } from '../../text/placeholder.ts';
import { mark } from '../../text/source/embedded.ts';
import type { Source } from '../../text/source/source.ts';
import type { TemplateText, World } from '../source.ts';

export function readTemplate(source: Source): World | undefined {
  const lexer = lexerOf(source);
  const tags = source.text.length <= longest ? lexer(source.text) : undefined;
  const template = tags && templateOf(source.text, tags);
  if (!template) return undefined;
  const what = isUnit(source) ? unitIn(template, source) : configIn(template, source);
  return { kind: 'templates', source, texts: [source], agents: [], templates: [what], isWhole: false };
}

const longest = 200_000;

const isUnit = ({ file, text }: Source): boolean =>
  /\.service\b|systemd/.test(file) || /^[ \t]*\[(?:Unit|Service)\]/m.test(text);

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

function configIn(template: Template, source: Source): TemplateText {
  const variants = variantsOf(template, source, mark);
  return {
    kind: 'config',
    format: formatIn(source, variants[0]!.text.text),
    variants: variants.map((variant) => ({ ...variant, text: withQuotedHoles(variant.text, mark) })),
    holes: template.holes,
  };
}

/** A variable of the shell is what units have for a value that is not known. */
const unitHole = '$' + '{TEMPLATE_VALUE}';

const unitIn = (template: Template, source: Source): TemplateText => ({
  kind: 'unit',
  format: undefined,
  variants: variantsOf(template, source, unitHole).slice(0, 1),
  holes: template.holes,
});

function formatIn({ file }: Source, text: string): 'hcl' | 'json' {
  const named = /\.(hcl|json)\b[^/]*$/i.exec(file)?.[1]?.toLowerCase();
  if (named === 'hcl' || named === 'json') return named;
  return /^[\s\ue000]*\{/.test(text) ? 'json' : 'hcl';
}
