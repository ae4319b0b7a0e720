/** What is written in a script, as an agent gets it. */
import { posix } from 'node:path';
import type { MappedText } from '../../text/source/mapped-text.ts';
import type { Source } from '../../text/source/source.ts';
import type { Word } from '../../text/systemd.ts';
import { wordOfItem } from '../container/arguments.ts';
import type { Mount, SourceFiles } from '../source.ts';
import { configText } from './config-text.ts';
import type { Effects, WrittenText } from './script/effects.ts';
import { filled } from './script/expansions.ts';

/** What the agents of a script have in common. */
export interface Script {
  readonly source: Source;
  readonly files: SourceFiles;
  readonly effects: Effects;
  /** The files that it writes. */
  readonly written: readonly WrittenText[];
}

/** Words as an agent gets them: a variable that is not known stays one. */
export const wordOf = (text: MappedText): Word => wordOfItem(filled(text, () => undefined));

export function mountOf(file: WrittenText, target = writtenPath(file)): { mount: Mount; isOpen: boolean } {
  const { at } = file;
  if (!file.text) return { mount: { target, at, content: { kind: 'unknown' } }, isOpen: true };
  const { text, isOpen, hasHoles } = configText(file.text);
  return {
    mount: { target, at, content: { kind: 'text', text, ...(hasHoles && { isTemplate: true }) } },
    isOpen,
  };
}

export const filledPath = (path: string): string =>
  path.replace(/\ue001\ue003?([^\ue002]*)\ue002/g, (_all, name: string) => `\${${name}}`);

export const writtenPath = ({ path }: WrittenText): string => clean(filledPath(path));

export const clean = (path: string): string => posix.normalize(path).replace(/(?<=.)\/$/, '');
