/** Which program a command runs: what it is wrapped in is off, such as `sudo -u consul` or `nohup`. */
import { posix } from 'node:path';
import type { MappedText } from '../../../text/source/mapped-text.ts';

/** Programs that start the one behind them, with those of their options that take a word. */
const wrappers: ReadonlyMap<string, RegExp | undefined> = new Map([
  ['sudo', /^-[ughpCrtTUD]$/],
  ['doas', /^-[uC]$/],
  ['nohup', undefined],
  ['exec', /^-a$/],
  ['command', undefined],
  ['setsid', undefined],
  ['time', undefined],
  ['env', /^-[uCS]$/],
  ['nice', /^-n$/],
  ['ionice', /^-[cn]$/],
  ['chrt', undefined],
  ['stdbuf', /^-[ioe]$/],
  ['dumb-init', undefined],
  ['tini', undefined],
  ['eval', undefined],
]);

/** Those that take a word of their own in front of the program, such as a user or a limit. */
const withOne = new Set(['gosu', 'su-exec', 'timeout', 'chroot', 'setuidgid', 'chpst', 'flock', 'taskset']);

/** In these the program is somewhere behind options that only they know. */
const searched =
  /^(?:start-stop-daemon|daemonize|daemon|screen|tmux|systemd-run|ip|docker|podman|lxc|kubectl|runuser|su|ssh|multipass|vagrant|limactl|unshare|nsenter|faketime|xvfb-run|set|pm2|supervise)$/;

export const nameOf = (word: MappedText | undefined): string =>
  posix.basename(word?.text ?? '').replace(/\.exe$/, '');

export const assignment = /^([A-Za-z_]\w*)(\+?=)/;

/** The words from the program on. */
export function unwrapped(words: readonly MappedText[]): readonly MappedText[] {
  let rest = words;
  for (let i = 0; i < 10; i++) {
    rest = withoutAssignments(rest);
    const name = nameOf(rest[0]);
    const isWrapper = wrappers.has(name);
    if (!isWrapper && !withOne.has(name)) break;
    rest = withoutOptions(rest.slice(1), wrappers.get(name));
    if (withOne.has(name)) rest = rest.slice(1);
  }
  return rest;
}

export function withoutAssignments(words: readonly MappedText[]): readonly MappedText[] {
  const first = words.findIndex(({ text }) => !assignment.test(text));
  return first < 0 ? [] : words.slice(first);
}

function withoutOptions(words: readonly MappedText[], takesWord: RegExp | undefined): readonly MappedText[] {
  let at = 0;
  while (words[at]?.text.startsWith('-')) {
    const { text } = words[at]!;
    at += takesWord?.test(text) ? 2 : 1;
    if (text === '--') break;
  }
  return words.slice(at);
}

/** The words behind `consul agent`; undefined where the command starts no agent. */
export function agentWords(words: readonly MappedText[]): readonly MappedText[] | undefined {
  const name = nameOf(words[0]);
  if (isConsul(words, 0)) return words.slice(2);
  if (!searched.test(name)) return undefined;
  const at = words.findIndex((_, i) => isConsul(words, i));
  // `start-stop-daemon --exec /usr/bin/consul -- agent …`
  if (at > 0) return words.slice(at + 2);
  const dashes = words.findIndex(({ text }, i) => text === '--' && words[i + 1]?.text === 'agent');
  return dashes > 0 && words.some((word) => isBinary(word)) ? words.slice(dashes + 2) : undefined;
}

const isBinary = (word: MappedText | undefined): boolean =>
  /^consul(?:[-_]?v?\d[\w.+-]*)?$/.test(nameOf(word));

/** The binary may be in a variable: then flags that only Consul's agent has decide. */
function isConsul(words: readonly MappedText[], at: number): boolean {
  if (words[at + 1]?.text !== 'agent') return false;
  if (isBinary(words[at])) return true;
  const text = words[at]!.text;
  return (
    /^\ue001[^\ue002]*\ue002$/.test(text) &&
    (/consul/i.test(text) ||
      words
        .slice(at)
        .some((word) => /^--?(?:config-dir|config-file|retry-join|bootstrap-expect)\b/.test(word.text)))
  );
}

const shells = /^(?:ba|da|a|z|k)?sh$|^su$|^runuser$/;

/** The script that the command gives to a shell as a word. */
export function innerScript(words: readonly MappedText[]): MappedText | undefined {
  const shell = words.findIndex((word) => shells.test(nameOf(word)));
  const name = nameOf(words[0]);
  if (shell >= 0 && (shell === 0 || searched.test(name))) {
    const option = words.findIndex(({ text }, i) => i > shell && /^(?:-[a-z]*c|--command)$/.test(text));
    return option < 0 ? undefined : words[option + 1];
  }
  // `ssh host 'commands'`, `vagrant ssh -c 'commands'`, `tmux new -d 'commands'`
  return /^(?:ssh|vagrant|tmux|screen)$/.test(name)
    ? words.slice(1).findLast(({ text }) => /\s/.test(text))
    : undefined;
}
