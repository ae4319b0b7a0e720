/** What commands print, and where it goes. */
import type { MappedText } from '../../../text/source/mapped-text.ts';
import type { Command, Output } from './commands.ts';
import { nameOf, unwrapped } from './programs.ts';
import { echoed, joinedTexts } from './texts.ts';

/** What a command is given, or what the group that ends with it prints. */
export const inputOf = (command: Command): MappedText | undefined =>
  command.heredoc ?? (command.input ? printedBy(command.input) : printedByAll(command.inner));

/** Of groups within groups it is not known. */
function printedByAll(commands: readonly Command[]): MappedText | undefined {
  if (commands.some(({ words }) => isGroup(words))) return undefined;
  const texts = commands.filter(({ outputs }) => outputs.length === 0).map(printedBy);
  const known = texts.filter((text) => text !== undefined);
  return known.length > 0 && known.length === texts.length ? joinedTexts(known) : undefined;
}

const printedBy = (command: Command): MappedText | undefined =>
  isGroup(command.words) ? printedByAll(command.inner) : printedAlone(command, command.input);

const printedAlone = ({ words, heredoc }: Command, input?: Command): MappedText | undefined =>
  textOf(unwrapped(words), heredoc ?? (input && printedAlone(input)));

const isGroup = ([first]: readonly MappedText[]): boolean => first === undefined || first.text === '}';

/** The text that a command with this input prints; undefined where that is not known. */
export const textOf = (
  words: readonly MappedText[],
  text: MappedText | undefined,
): MappedText | undefined => {
  const name = nameOf(words[0]);
  if (name === 'echo' || name === 'printf') return echoed(words);
  return isGroup(words) || name === 'cat' || name === 'tee' ? text : undefined;
};

/** The files that `tee` writes. */
export const teeTargets = (words: readonly MappedText[]): readonly Output[] => {
  const isAppended = words.some(({ text }) => /^-[a-z]*a|^--append/.test(text));
  return words
    .slice(1)
    .filter(({ text }) => !text.startsWith('-'))
    .map((target) => ({ target, isAppended }));
};
