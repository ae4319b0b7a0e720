/** The words of a container's command, in either form, with their places. */
import { partOf } from '../../subjects/unit/command.ts';
import type { MappedText } from '../../text/source/mapped-text.ts';
import type { Word } from '../../text/systemd.ts';

/** Quoted parts, variables in braces, escaped characters, and others. Braces have a limit, since many that never end take minutes. */
const word = /(?:'[^']*'|"(?:\\[\s\S]|[^"\\])*"|\$\{[^}]{0,1000}\}|\\[^\r\n]|[^\s'"\\]|['"])+/g;
const quoted = /'([^']*)'|"((?:\\[\s\S]|[^"\\])*)"|\\([\s\S])/g;

/** Of one text, which Compose cuts at blanks outside of quotes; a backslash at the end of a line is none of a word. */
export function wordsOfText(text: MappedText): readonly Word[] {
  return [...text.text.matchAll(word)].map(({ 0: written, index }) => {
    const value = written.replace(quoted, (_all, single?: string, double?: string, char?: string) =>
      double === undefined ? (single ?? char ?? '') : double.replace(/\\(["\\$`])/g, '$1'),
    );
    const place = { text: value, start: index, end: index + written.length };
    return partOf(place, (from, to) => text.span(from, to));
  });
}

/** An item of a list is one word, whatever is in it. */
export const wordOfItem = (text: MappedText): Word => ({
  text: text.text,
  at: text.span(0, text.text.length),
  part: (from, to) => text.span(from, to),
});
