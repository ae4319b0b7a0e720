/** The shell scripts that a file holds: it is one, or they are written in it. */

import { posix } from 'node:path';
import { withoutIndentation } from '../../text/source/indentation.ts';
import { MappedText } from '../../text/source/mapped-text.ts';
import type { Source } from '../../text/source/source.ts';
import { holeOf, nameless } from './script/expansions.ts';
import { type Branch, fromTerraform } from './terraform-text.ts';

export interface Script {
  readonly text: MappedText;
  /** What it is written in may give its variables values. */
  readonly mayBeGiven: boolean;
}

/** @param branch which of its conditions Terraform chooses */
export function scriptsIn(source: Source, branch: Branch): readonly Script[] {
  const name = posix.basename(source.file);
  const all = MappedText.whole(source);
  if (/^Vagrantfile/i.test(name))
    return heredocsOf(all).map((one) => ({ text: fromRuby(one), mayBeGiven: true }));
  if (/\.tf$/.test(name))
    return heredocsOf(all).map(({ text }) => ({ text: fromTerraform(text, branch), mayBeGiven: false }));
  const isTemplate = /\.(?:tpl|tftpl|tmpl)$/.test(name) || /user-?_?data|cloud-?_?init/i.test(name);
  return [{ text: isTemplate ? fromTerraform(all, branch) : all, mayBeGiven: false }];
}

interface Heredoc {
  readonly text: MappedText;
  readonly isRaw: boolean;
}

const opening = /<<([-~]?)(["']?)([A-Za-z_]\w*)\2/g;

/** Those of Ruby and Terraform, which is where scripts are written in their files; an indentation that they share is off. */
function heredocsOf(all: MappedText): readonly Heredoc[] {
  const { text } = all;
  const found: Heredoc[] = [];
  let failures = 0;
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const [, mark = '', quote = '', delimiter = ''] = match;
    const start = text.indexOf('\n', opening.lastIndex) + 1;
    if (start === 0) break;
    const end = endOf(text, start, delimiter, mark !== '');
    // One that does not end is none, such as a shift of bits.
    if (end === undefined) {
      if (++failures > mostFailures) break;
      continue;
    }
    const body = all.slice(start, end);
    const isIndented = mark === '~' || (mark === '-' && /\.tf$/.test(all.source.file));
    found.push({ text: isIndented ? withoutIndentation(body) : body, isRaw: quote === "'" });
    opening.lastIndex = end;
  }
  return found;
}

/** A text of many would take minutes. */
const mostFailures = 50;

function endOf(text: string, start: number, delimiter: string, isIndented: boolean): number | undefined {
  const end = new RegExp(`^${isIndented ? '[ \\t]*' : ''}${delimiter}\\b`, 'gm');
  end.lastIndex = start;
  return end.exec(text)?.index;
}

/** Ruby fills in `#{…}` and reads escapes, unless the delimiter is in single quotes. */
function fromRuby({ text, isRaw }: Heredoc): MappedText {
  if (isRaw) return text;
  return text.replaced(
    [...text.text.matchAll(/#\{[^{}\n]{0,500}\}|\\([\s\S])/g)].map(({ 0: found, 1: char, index }) => ({
      from: index,
      to: index + found.length,
      text: char === undefined ? holeOf(nameless, true) : (rubyEscapes[char] ?? char),
    })),
  );
}

const rubyEscapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', '\n': '' };
