/** Dockerfiles whose image starts an agent: its command, and the files that it has from the commands that build it. */
import { posix } from 'node:path';
import { readFlags } from '../../../subjects/unit/flags.ts';
import type { MappedText } from '../../../text/source/mapped-text.ts';
import type { Source } from '../../../text/source/source.ts';
import type { Word } from '../../../text/systemd.ts';
import { runningIn } from '../../container/entrypoint.ts';
import { readImage } from '../../container/image.ts';
import type { Mount, SourceFiles, StartedAgent } from '../../source.ts';
import { Run } from '../script/effects.ts';
import { filled } from '../script/expansions.ts';
import { Words } from '../script/words.ts';
import { mountOf, wordOf } from '../written.ts';
import { type Instruction, instructionsOf } from './instructions.ts';

export function dockerfileAgents(source: Source, files: SourceFiles): readonly StartedAgent[] {
  const all = instructionsOf(source);
  const from = all.findLastIndex(({ name }) => name === 'FROM');
  if (from < 0) return [];
  const stage = all.slice(from);
  const last = (name: string): Instruction | undefined => stage.findLast((one) => one.name === name);
  const [entry, command] = [last('ENTRYPOINT'), last('CMD')];
  const imageWord = wordsOf(stage[0]!.text).find(({ text }) => !text.text.startsWith('--'))?.text;
  const image = imageWord && readImage(filled(imageWord, () => undefined).text);
  const place = command ?? entry;
  if (!place) return [];
  const run = new Run(true);
  for (const one of stage) if (one.name === 'RUN') run.script(scriptOf(one.text), [], 0, undefined);
  const written = run.files.filter(({ path }) => /\.(?:hcl|json)$/.test(path)).map((file) => mountOf(file));
  const copied = stage.flatMap((one) =>
    /^(?:COPY|ADD)$/.test(one.name) ? copiedBy(one, source, files) : [],
  );
  const running = runningIn({
    image,
    entrypoint: entry && argumentsOf(entry),
    command: command && argumentsOf(command),
    environment: new Map(),
    targets: [],
    at: place.text.at,
  });
  if (!running) return [];
  const paths = readFlags(source, running.words).configPaths.map(({ text }) =>
    posix.normalize(text).replace(/(?<=.)\/$/, ''),
  );
  const isRead = ({ target }: Mount): boolean =>
    paths.some((path) => target === path || posix.dirname(target) === path || target.startsWith(`${path}/`));
  return [
    {
      name: image?.family
        ? 'consul'
        : posix.basename(posix.dirname(posix.resolve('/', source.file))) || 'consul',
      words: running.words,
      at: place.text.at,
      release: image?.release,
      image: image?.text,
      mounts: [...copied, ...written.map(({ mount }) => mount)].filter(isRead),
      emptyPaths: running.emptyPaths,
      isAlone: true,
      open: 'whoever starts the image may give other options',
      container: undefined,
    },
  ];
}

/** `RUN <<EOF` has its script in the lines that follow. */
function scriptOf(text: MappedText): MappedText {
  if (!text.text.startsWith('<<')) return text;
  const from = text.text.indexOf('\n') + 1;
  return text.slice(from, Math.max(from, text.text.trimEnd().lastIndexOf('\n') + 1));
}

/** A command in the form of a list, or of a text for a shell. */
function argumentsOf({ text, isList }: Instruction): readonly Word[] {
  if (isList) return listOf(text).map(wordOf);
  const at = text.at;
  const word = (value: string): Word => ({ text: value, at });
  const script = filled(text, () => undefined);
  return [word('/bin/sh'), word('-c'), { text: script.text, at, part: (from, to) => script.span(from, to) }];
}

const listOf = (text: MappedText): readonly MappedText[] =>
  [...text.text.matchAll(/"((?:\\.|[^"\\])*)"/g)].map(({ 1: item = '', index }) =>
    text.slice(index + 1, index + 1 + item.length),
  );

function wordsOf(text: MappedText): readonly { readonly text: MappedText }[] {
  const words = new Words(text);
  const found: { text: MappedText }[] = [];
  for (let at = 0; at < text.text.length; ) {
    const word = /\s/.test(text.text[at]!) ? undefined : words.at(at);
    if (word) found.push(word);
    at = word?.end ?? at + 1;
  }
  return found;
}

/** Files and directories next to it; of other stages and of addresses nothing is known. */
function copiedBy({ text }: Instruction, source: Source, files: SourceFiles): readonly Mount[] {
  const words = wordsOf(text).map((word) => word.text);
  if (words.some((word) => /^--from=|^\[/.test(word.text))) return [];
  const paths = words.filter((word) => !word.text.startsWith('--'));
  const to = paths.at(-1);
  if (!to?.text.startsWith('/')) return [];
  return paths.slice(0, -1).flatMap((from): readonly Mount[] => {
    const path = posix.join(posix.dirname(source.file), from.text);
    const kind = files.stat(path);
    const isInto = to.text.endsWith('/') || paths.length > 2 || !/\.(?:hcl|json)$/.test(to.text);
    const target = posix.normalize(
      kind === 'file' && isInto ? posix.join(to.text, posix.basename(from.text)) : to.text,
    );
    const content: Mount['content'] =
      kind === 'file' || kind === 'directory'
        ? { kind: 'path', path, written: from.text }
        : { kind: 'unknown' };
    return [{ target: target.replace(/(?<=.)\/$/, ''), at: from.at, content }];
  });
}
