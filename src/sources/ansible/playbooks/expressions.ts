/** Texts of tasks, in which Jinja puts in what is not known. */
import { templateOf } from '../../../text/holes/blocks.ts';
import { jinjaTags } from '../../../text/holes/jinja.ts';
import { variantsOf } from '../../../text/holes/variants.ts';
import type { MappedText } from '../../../text/source/mapped-text.ts';
import { wordIn } from '../../../text/tree/read.ts';
import type { Value } from '../../../text/tree/value.ts';
import { scalarText } from '../../../text/yaml/scalar-text.ts';

/** As units and scripts write what is not known. */
export const filledIn = '$' + '{ANSIBLE}';

/** Undefined for what is not a text, and for one with statements, of which it is not known what stays. */
export function textWith(hole: string, value: Value | undefined): MappedText | undefined {
  const word = wordIn(value);
  const text = word && scalarText(word);
  const tags = text && jinjaTags(text.text);
  const template = tags && templateOf(text.text, tags);
  return template && template.blocks.length === 0 ? variantsOf(template, text, hole)[0]?.text : undefined;
}

export const textOf = (value: Value | undefined): MappedText | undefined => textWith(filledIn, value);
