/** What a template makes, wherever its text is written: a configuration or a unit, with what is not known of it. */
import { withQuotedHoles } from '../../text/holes/bare.ts';
import { type Template, templateOf } from '../../text/holes/blocks.ts';
import type { Lexer } from '../../text/holes/tags.ts';
import { stretchOf, variantsOf } from '../../text/holes/variants.ts';
import { mark } from '../../text/source/embedded.ts';
import type { MappedText } from '../../text/source/mapped-text.ts';
import type { TemplateText } from '../source.ts';

/** Larger ones are not written by people. */
const longest = 200_000;

/**
 * Why the template cannot be read, where it cannot.
 * @param path the file that it makes, as far as its name is known
 */
export function templateText(written: MappedText, path: string, lexer: Lexer): TemplateText | string {
  const { text } = written;
  if (text.length > longest) return `it has more than ${longest} characters`;
  const tags = lexer(text);
  if (!tags) return 'it has macros, blocks of inheritance, or a part that does not end';
  const template = templateOf(text, tags);
  if (!template) return 'one of its conditions or loops does not end';
  const isUnit = /\.service\b|systemd/.test(path) || /^[ \t]*\[(?:Unit|Service)\]/m.test(text);
  const made = isUnit ? unitIn(template, written) : configIn(template, written, path);
  return { ...made, path, holes: template.holes.map((hole) => stretchOf(written, hole)) };
}

type Made = Pick<TemplateText, 'kind' | 'format' | 'variants'>;

function configIn(template: Template, written: MappedText, path: string): Made {
  const variants = variantsOf(template, written, mark);
  return {
    kind: 'config',
    format: formatIn(path, variants[0]!.text.text),
    variants: variants.map((variant) => ({ ...variant, text: withQuotedHoles(variant.text, mark) })),
  };
}

/** A variable of the shell is what units have for a value that is not known. */
const unitHole = '$' + '{TEMPLATE_VALUE}';

const unitIn = (template: Template, written: MappedText): Made => ({
  kind: 'unit',
  format: undefined,
  variants: variantsOf(template, written, unitHole).slice(0, 1),
});

function formatIn(path: string, text: string): 'hcl' | 'json' {
  const named = /\.(hcl|json)\b[^/]*$/i.exec(path)?.[1]?.toLowerCase();
  if (named === 'hcl' || named === 'json') return named;
  return /^[\s\ue000]*\{/.test(text) ? 'json' : 'hcl';
}
