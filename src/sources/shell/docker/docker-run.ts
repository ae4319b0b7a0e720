/** `docker run`: the container that a command starts, as far as its options say. */

import type { MappedText } from '../../../text/source/mapped-text.ts';
import type { Span } from '../../../text/source/source.ts';
import { nameOf } from '../script/programs.ts';

export interface DockerRun {
  readonly image: MappedText;
  readonly command: readonly MappedText[];
  readonly at: Span;
  /** All values of an option, by its long name. */
  readonly all: (name: string) => readonly MappedText[];
}

const long: Readonly<Record<string, string>> = {
  e: 'env',
  h: 'hostname',
  l: 'label',
  m: 'memory',
  p: 'publish',
  u: 'user',
  v: 'volume',
  w: 'workdir',
  c: 'cpu-shares',
  a: 'attach',
};

const switches =
  /^(?:detach|interactive|tty|rm|privileged|init|publish-all|read-only|no-healthcheck|oom-kill-disable|sig-proxy|quiet|disable-content-trust|help|replace|tls-verify)$/;

/** Undefined where the command starts no container, or its image is not in sight. */
export function dockerRunOf(words: readonly MappedText[]): DockerRun | undefined {
  if (!/^(?:docker|podman|nerdctl)$/.test(nameOf(words[0]))) return undefined;
  const run = words.findIndex(({ text }, i) => i < 4 && (text === 'run' || text === 'create'));
  if (
    run < 1 ||
    words
      .slice(1, run)
      .some(({ text }) => /^(?:network|volume|service|exec|compose|config|secret)$/.test(text))
  )
    return undefined;
  const options = new Map<string, MappedText[]>();
  let at = run + 1;
  while (at < words.length && /^-./.test(words[at]!.text)) at += option(words, at, options);
  const image = words[at];
  if (!image) return undefined;
  return { image, command: words.slice(at + 1), at: image.at, all: (name) => options.get(name) ?? [] };
}

/** Notes an option; how many words it has. */
function option(words: readonly MappedText[], at: number, options: Map<string, MappedText[]>): number {
  const word = words[at]!;
  const { text } = word;
  const add = (name: string, value: MappedText | undefined): void => {
    const values = options.get(name);
    if (value && values) values.push(value);
    else if (value) options.set(name, [value]);
  };
  if (text.startsWith('--')) {
    const equals = text.indexOf('=');
    const name = text.slice(2, equals < 0 ? undefined : equals);
    if (equals > 0) add(name, word.slice(equals + 1, text.length));
    else if (!switches.test(name)) add(name, words[at + 1]);
    return equals > 0 || switches.test(name) ? 1 : 2;
  }
  // Letters of switches may come before the one with a value: `-itp 8500:8500`, `-p8500:8500`.
  const letters = /^-[ditPq]*/.exec(text)![0].length;
  const name = long[text.charAt(letters)];
  if (name === undefined) return 1;
  const value =
    text.length > letters + 1
      ? word.slice(letters + 1 + (text[letters + 1] === '=' ? 1 : 0), text.length)
      : undefined;
  add(name, value ?? words[at + 1]);
  return value ? 1 : 2;
}
