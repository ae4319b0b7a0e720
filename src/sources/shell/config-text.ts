/** A configuration with holes: one in place of a value is one value, and of one that is alone in its line nothing is known. */
import type { MappedText } from '../../text/source/mapped-text.ts';
import { close, filled, holeOf, nameless, open } from './script/expansions.ts';

export interface ConfigText {
  readonly text: MappedText;
  /** Something that is filled in may be any options. */
  readonly isOpen: boolean;
  readonly hasHoles: boolean;
}

export function configText(written: MappedText): ConfigText {
  const { text } = written;
  const hasHoles = text.includes(open);
  if (!hasHoles) return { text: written, isOpen: false, hasHoles };
  const parts: { from: number; to: number; text: string }[] = [];
  let isOpen = false;
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.includes(open)) {
      if (isAlone(line)) {
        isOpen = true;
        parts.push({ from: start, to: start + line.length, text: '' });
      } else
        for (const part of bareIn(line))
          parts.push({ ...part, from: start + part.from, to: start + part.to });
    }
    start += line.length + 1;
  }
  return { text: filled(written.replaced(parts), () => undefined), isOpen, hasHoles };
}

/** Holes and what separates them, without a key in front. */
const isAlone = (line: string): boolean =>
  /^[\s,;{}[\]]*(?:\ue001[^\ue002]*\ue002[\s,;{}[\]]*)+$/.test(line) &&
  !/["\]}]/.test(line.replace(/\ue001[^\ue002]*\ue002/g, ''));

/** Holes outside of quotes, with the characters next to them, as one hole each. */
function bareIn(line: string): { from: number; to: number; text: string }[] {
  const parts: { from: number; to: number; text: string }[] = [];
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const char = line[at]!;
    if (char === '\\') at++;
    else if (char === '"') isQuoted = !isQuoted;
    else if (char === open) {
      const end = endOf(line, at);
      const from = at - /[\w.:/-]*$/.exec(line.slice(Math.max(0, at - 200), at))![0].length;
      if (!isQuoted) parts.push({ from, to: end, text: holeOf(nameless) });
      at = isQuoted ? line.indexOf(close, at) : end - 1;
    }
  }
  return parts;
}

const rest = /(?:[\w.:/-]|\ue001[^\ue002]*\ue002)+/y;

function endOf(line: string, at: number): number {
  rest.lastIndex = at;
  return at + (rest.exec(line)?.[0].length ?? 1);
}
