/** The words of a container's command, in either form, with their places. */
import { partOf } from '../../subjects/unit/command.ts';
import { shellCommands } from '../../text/shell.ts';
import type { MappedText } from '../../text/source/mapped-text.ts';
import type { Word } from '../../text/systemd.ts';

/** Of one text, cut as a shell cuts it; what a shell would do besides is not done. */
export function wordsOfText(text: MappedText): readonly Word[] {
  const [first = []] = shellCommands(text.text);
  return first.map((word) => partOf(word, (from, to) => text.span(from, to)));
}

/** An item of a list is one word, whatever is in it. */
export const wordOfItem = (text: MappedText): Word => ({
  text: text.text,
  at: text.span(0, text.text.length),
  part: (from, to) => text.span(from, to),
});
