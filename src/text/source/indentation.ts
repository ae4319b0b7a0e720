/** Indented heredocs of Terraform (`<<-`), whose lines lose the white space that all of them begin with. */
import type { MappedText } from './mapped-text.ts';

const indentationOf = (line: string): number => /^[ \t]*/.exec(line)![0].length;

export function withoutIndentation(body: MappedText): MappedText {
  const lines = body.text.split('\n');
  const widths = lines.filter((line) => line.trim() !== '').map(indentationOf);
  const width = widths.length === 0 ? 0 : widths.reduce((least, one) => Math.min(least, one));
  let at = 0;
  return body.replaced(
    lines.map((line) => {
      const from = at;
      at += line.length + 1;
      return { from, to: from + Math.min(width, indentationOf(line)), text: '' };
    }),
  );
}
