/** What the commands of a script do, as far as agents go: files that they write, and agents that they start. */
import { posix } from 'node:path';
import type { MappedText } from '../../../text/source/mapped-text.ts';
import type { Span } from '../../../text/source/source.ts';
import { type DockerRun, dockerRunOf } from '../docker/docker-run.ts';
import type { Context } from './blocks.ts';
import { commandsOf, type Output } from './commands.ts';
import { Loops } from './loops.ts';
import { inputOf, teeTargets, textOf } from './printed.ts';
import { agentWords, assignment, innerScript, nameOf, unwrapped } from './programs.ts';
import { joinedTexts, withEdits } from './texts.ts';
import { Variables } from './variables.ts';

/** A file that a script writes. */
export interface WrittenText {
  readonly path: string;
  /** Where the path is written. */
  readonly at: Span;
  /** With holes; undefined where it is not known what is in it. */
  readonly text: MappedText | undefined;
  readonly context: Context;
}

export interface StartedCommand {
  /** Behind `consul agent`. */
  readonly words: readonly MappedText[] | undefined;
  readonly run: DockerRun | undefined;
  readonly at: Span;
  readonly context: Context;
}

export interface Effects {
  readonly files: readonly WrittenText[];
  readonly starts: readonly StartedCommand[];
  /** Paths that something is put at which is not known. */
  readonly touched: readonly string[];
  /** True for a variable that the script may give a value. */
  readonly isGiven: (name: string) => boolean;
}

export interface ScriptOptions {
  /** Something else may have given variables before, such as the file that this script is written in. */
  readonly mayBeGiven: boolean;
}

export function effectsOf(script: MappedText, { mayBeGiven }: ScriptOptions): Effects {
  const run = new Run(mayBeGiven);
  run.script(script, [], 0, undefined);
  run.programs();
  return run;
}

/** A script within a script within a script is read; what is deeper stays a text. */
const deepest = 3;

/** More are not written by people, and a script of many would take minutes. */
const mostFiles = 500;

/** A file as it grows. */
interface Draft {
  readonly path: string;
  readonly at: Span;
  parts: MappedText[] | undefined;
  readonly context: Context;
}

/** Follows commands, and notes what they would do. */
export class Run implements Effects {
  readonly starts: StartedCommand[] = [];
  readonly touched: string[] = [];
  readonly #drafts: Draft[] = [];
  readonly #scopes: Variables[] = [];
  readonly #loops = new Loops();
  readonly #mayBeGiven: boolean;
  #directory = '';
  #blocks = 0;

  constructor(mayBeGiven: boolean) {
    this.#mayBeGiven = mayBeGiven;
  }

  isGiven = (name: string): boolean => this.#scopes.some((variables) => variables.isGiven(name));

  /** @param given what the script reads from its input */
  script(script: MappedText, around: Context, depth: number, given: MappedText | undefined): void {
    const commands = commandsOf(script);
    const variables = new Variables(commands, this.#mayBeGiven || depth > 0);
    const blocks = this.#blocks;
    this.#blocks += commands.length + 1;
    this.#scopes.push(variables);
    for (const [i, command] of commands.entries()) {
      const words = command.words.map((word) => variables.filled(word, i));
      const outputs = command.outputs.map((one) => ({ ...one, target: variables.filled(one.target, i) }));
      const text = inputOf(command) ?? (command.input ? undefined : given);
      const inner = command.context.map((step) => ({ ...step, block: step.block + blocks }));
      const context = [...around, ...inner];
      this.#loops.add(words, context);
      this.#command({ words, outputs, text: text && variables.filled(text, i), context, depth });
    }
  }

  /** Programs among the files, such as init scripts, once they are complete. */
  programs(): void {
    for (const { path, parts, context } of [...this.#drafts]) {
      const text = parts && joinedTexts(parts);
      if (text && isScript(path, text.text)) this.script(text, context, 1, undefined);
    }
  }

  /** One command that no shell reads. */
  words(words: readonly MappedText[]): void {
    this.#command({ words, outputs: [], text: undefined, context: [], depth: 0 });
  }

  write(output: Output, text: MappedText | undefined): void {
    this.#write(output, text, { context: [] });
  }

  #command(step: Step): void {
    const { context } = step;
    const words = unwrapped(step.words);
    this.#assigned(step);
    const isStart = this.#started(words, context);
    const script = isStart ? undefined : innerScript(words);
    if (script && step.depth < deepest) this.script(script, context, step.depth + 1, step.text);
    else this.#plain({ ...step, words });
  }

  /** Whether it starts an agent that no script of its own does. */
  #started(words: readonly MappedText[], context: Context): boolean {
    const isRun = dockerRunOf(words) !== undefined;
    if (!isRun && !agentWords(words)) return false;
    for (const one of this.#loops.runs(words, context)) {
      const run = dockerRunOf(one.words);
      const agent = run ? undefined : agentWords(one.words);
      const at = run?.at ?? spanOf(one.words);
      if (run || agent) this.starts.push({ words: agent, run, at, context: one.context });
    }
    return !isRun;
  }

  #plain(step: Step): void {
    const { words, outputs, context } = step;
    const name = nameOf(words[0]);
    if (name === 'cd' && context.length === 0) this.#directory = words[1]?.text ?? '';
    if (/^(?:cp|mv|install)$/.test(name)) this.#moved(words, context);
    else if (name === 'sed') this.#edited(words);
    else this.#touch(words);
    const isOfFiles = name === 'cat' && words.slice(1).some((word) => word.text !== '-');
    const text = isOfFiles ? undefined : textOf(words, step.text);
    const targets = name === 'tee' ? [...teeTargets(words), ...outputs] : outputs;
    for (const output of targets) this.#write(output, text, step);
  }

  /** `COMMAND='consul agent …'`, which runs later. */
  #assigned({ words, context, depth }: Step): void {
    const [first, second] = words;
    if (!first || second || depth >= deepest) return;
    const lead = assignment.exec(first.text)?.[0];
    if (lead === undefined || !/^\S*consul\s+agent\s+-/.test(first.text.slice(lead.length))) return;
    this.script(first.slice(lead.length, first.text.length), context, depth + 1, undefined);
  }

  #path(word: MappedText): string {
    const { text } = word;
    const isAbsolute = /^[/\ue001~]/.test(text) || this.#directory === '';
    return posix.normalize(isAbsolute ? text : posix.join(this.#directory, text));
  }

  #write(
    { target, isAppended }: Output,
    text: MappedText | undefined,
    { context }: Pick<Step, 'context'>,
  ): void {
    const path = this.#path(target);
    if (/^\/dev\//.test(path) || this.#drafts.length >= mostFiles) return;
    const before = isAppended ? this.#drafts.findLast((draft) => draft.path === path) : undefined;
    if (before && isSame(before.context, context)) {
      if (text) before.parts?.push(text);
      else before.parts = undefined;
      return;
    }
    this.#drafts.push({ path, at: target.at, parts: text && [text], context });
    // What is in front of it is not known.
    if (isAppended) this.#touched(path);
  }

  /** A file of this script under another path; anything else is a file of which nothing is known. */
  #moved(words: readonly MappedText[], context: Context): void {
    const paths = words.slice(1).filter(({ text }) => !text.startsWith('-'));
    const to = paths.at(-1);
    if (!to || paths.length < 2) return;
    const target = this.#path(to);
    const isDirectory =
      to.text.endsWith('/') || paths.length > 2 || !/\.(?:hcl|json|service|conf)$/.test(target);
    const sources = new Set(paths.slice(0, -1).map((from) => this.#path(from)));
    for (const source of sources) {
      const draft = this.#drafts.findLast(({ path }) => path === source);
      const path = isDirectory ? posix.join(target, posix.basename(source)) : target;
      if (draft && this.#drafts.length < mostFiles)
        this.#drafts.push({ ...draft, path, context: draft.context.length > 0 ? draft.context : context });
      else this.#touched(path);
    }
    if (nameOf(words[0]) !== 'mv') return;
    const kept = this.#drafts.filter(({ path }) => !sources.has(path));
    this.#drafts.splice(0, this.#drafts.length, ...kept);
  }

  #edited(words: readonly MappedText[]): void {
    this.#touch(words.slice(0, 1));
    const edited = new Set(words.slice(1).map((word) => this.#path(word)));
    if (!words.some(({ text }) => /^-[a-z]*i|^--in-place/.test(text))) return;
    for (const draft of this.#drafts) {
      if (!edited.delete(draft.path) || !draft.parts) continue;
      const text = withEdits(joinedTexts(draft.parts), words);
      draft.parts = text && [text];
    }
    for (const path of edited) if (/^[/~]/.test(path)) this.#touched(path);
  }

  #touch(words: readonly MappedText[]): void {
    if (idle.test(nameOf(words[0])) || isVerdict(words)) return;
    for (const word of words.slice(1)) {
      const path = /(?:^|=)([/~\ue001.][^\s=]*)$/.exec(word.text)?.[1];
      if (path !== undefined) this.#touched(posix.normalize(path));
    }
  }

  #touched(path: string): void {
    if (path.length < 500 && this.touched.length < mostFiles) this.touched.push(path);
  }

  get files(): readonly WrittenText[] {
    return this.#drafts.map(({ parts, ...draft }) => ({ ...draft, text: parts && joinedTexts(parts) }));
  }
}

const isSame = (a: Context, b: Context): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A program that another one runs later, such as an init script. */
const isScript = (path: string, text: string): boolean =>
  (/^#!.*sh\b/.test(text) || /\.sh$|\/init(?:\.d)?\//.test(path)) && /consul/i.test(text);

interface Step {
  readonly words: readonly MappedText[];
  readonly outputs: readonly Output[];
  /** Of its input. */
  readonly text: MappedText | undefined;
  readonly context: Context;
  readonly depth: number;
}

/** `runuser -u consul -- consul validate /etc/consul.d` reads. */
const isVerdict = (words: readonly MappedText[]): boolean =>
  words.some(({ text }, i) => /(?:^|\/)consul$/.test(text) && words[i + 1]?.text === 'validate');

/** They put nothing at the paths that they name. */
const idle =
  /^(?:mkdir|chown|chmod|chgrp|touch|ls|cat|rm|test|\[|\[\[|cd|echo|printf|systemctl|service|useradd|usermod|adduser|addgroup|groupadd|find|consul|tee|docker|podman|export|alias|source|\.|grep|if|for|ln|cmp|diff|stat|restorecon|setfacl|chcon|which|hash|set|dirname|basename|pushd|popd|less|head|tail|kill|pkill|ufw|iptables)$/;

const spanOf = (words: readonly MappedText[]): Span =>
  words[0]!.source.span(words[0]!.at.start, Math.max(words[0]!.at.end, words.at(-1)!.at.end));
