/** The instructions of a Dockerfile, with lines that go on and the texts behind them. */
import { MappedText } from '../../../text/source/mapped-text.ts';
import type { Source } from '../../../text/source/source.ts';

export interface Instruction {
  readonly name: string;
  /** Behind its name; comments between its lines are off. */
  readonly text: MappedText;
  /** `["a", "b"]`. */
  readonly isList: boolean;
}

const instruction = /^[ \t]*([A-Za-z]+)[ \t]+/;

export function instructionsOf(source: Source): readonly Instruction[] {
  const all = MappedText.whole(source);
  const lines = linesOf(source.text);
  const found: Instruction[] = [];
  for (let i = 0; i < lines.length; i++) {
    const first = lines[i]!;
    const [lead, name] = instruction.exec(first.text) ?? [];
    if (lead === undefined || name === undefined) continue;
    const comments: { from: number; to: number; text: string }[] = [];
    let last = i;
    while (
      last + 1 < lines.length &&
      (/\\[ \t]*\r?$/.test(lines[last]!.text) || isComment(lines[last]!.text))
    ) {
      last++;
      if (isComment(lines[last]!.text)) comments.push({ ...rangeOf(lines[last]!), text: '' });
    }
    last = endOfHeredoc(lines, i, last);
    const start = first.start + lead.length;
    const end = lines[last]!.start + lines[last]!.text.length;
    const text = all
      .slice(start, Math.max(start, end))
      .replaced(comments.map(({ from, to }) => ({ from: from - start, to: to - start, text: '' })));
    found.push({
      name: name.toUpperCase(),
      text,
      isList: /^\[[^\n]*["\]\s\\,]*$/.test(text.text.split('\n', 1)[0]!) && text.text.startsWith('['),
    });
    i = last;
  }
  return found;
}

interface Line {
  readonly start: number;
  readonly text: string;
}

function linesOf(text: string): readonly Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const at = start;
    start += line.length + 1;
    return { start: at, text: line };
  });
}

const isComment = (line: string): boolean => /^[ \t]*#/.test(line);

/** With its line end, so that nothing stays of it. */
const rangeOf = ({ start, text }: Line): { from: number; to: number } => ({
  from: start,
  to: start + text.length + 1,
});

/** The last line of `RUN <<EOF`, and of heredocs in its script. */
function endOfHeredoc(lines: readonly Line[], first: number, last: number): number {
  if (!/^[ \t]*(?:RUN|COPY|ADD)\b/i.test(lines[first]!.text)) return last;
  const delimiter = /<<-?["']?([A-Za-z_]\w*)["']?/.exec(lines[last]!.text)?.[1];
  if (delimiter === undefined) return last;
  for (let i = last + 1; i < lines.length && i < last + 2000; i++)
    if (lines[i]!.text.trim() === delimiter) return i;
  return last;
}
