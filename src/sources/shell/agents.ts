/** The agents of a script: commands and units that start one with the files that it writes for them, and files alone. */
import { posix } from 'node:path';
import { readFlags } from '../../subjects/unit/flags.ts';
import { readUnit, type Unit } from '../../subjects/unit/unit.ts';
import { EmbeddedSource } from '../../text/source/embedded.ts';
import type { Source, Span } from '../../text/source/source.ts';
import type { Word } from '../../text/systemd.ts';
import { groupBy } from '../../util/collections.ts';
import { inNetworks } from '../container/agent.ts';
import type { StartedAgent } from '../source.ts';
import { type Variant, variantsOf } from './alternatives.ts';
import { containerAgent } from './docker/containers.ts';
import type { Context } from './script/blocks.ts';
import type { WrittenText } from './script/effects.ts';
import { filled } from './script/expansions.ts';
import { clean, filledPath, mountOf, type Script, wordOf, writtenPath } from './written.ts';

/** What starts an agent. */
interface Start {
  readonly words: readonly Word[];
  readonly at: Span;
  readonly context: Context;
  readonly unit?: Unit;
  readonly release?: string | undefined;
}

const isConfig = ({ path }: WrittenText): boolean => /\.(?:hcl|json)$/.test(path);

export function agentsOf(given: Omit<Script, 'written'>): readonly StartedAgent[] {
  const script: Script = { ...given, written: given.effects.files };
  const starts = [...unitsOf(script), ...commandsOf(script)];
  const used = new Set<WrittenText>();
  const started = starts.flatMap((start) => agentsOfStart(start, script, used));
  const containers = containersOf(script, used);
  const alone = filesAlone(script.written.filter((file) => isConfig(file) && file.text && !used.has(file)));
  return named([...started, ...containers, ...alone], script.source);
}

const containersOf = (script: Script, used: Set<WrittenText>): readonly StartedAgent[] =>
  inNetworks(
    script.effects.starts.flatMap(({ run, context }) => {
      const agent = run && containerAgent(run, script, used);
      return agent ? [{ agent, isCertain: context.length === 0 }] : [];
    }),
  );

const commandsOf = ({ effects }: Script): readonly Start[] =>
  effects.starts.flatMap(({ words, at, context }) =>
    words ? [{ words: words.map(wordOf), at, context }] : [],
  );

/** Of a variable that systemd should have got, an unquoted heredoc leaves nothing. */
const unitsOf = ({ effects, written: files }: Script): readonly Start[] =>
  [...groupBy(files.filter(isOfUnit), unitNamed).values()].flatMap((members) => {
    const texts = members.toSorted(dropInsLast).flatMap(({ text }) => text ?? []);
    if (texts.length < members.length) return [];
    const isLost = (name: string): boolean => name === 'MAINPID' && !effects.isGiven(name);
    const sources = texts.map(
      (text) => new EmbeddedSource(filled(text, (name) => (isLost(name) ? '' : undefined))),
    );
    const unit = readUnit(sources);
    if (!unit) return [];
    const start = {
      words: unit.words,
      at: unit.start.at,
      context: members[0]!.context,
      release: unit.consul,
    };
    // The rest of the unit of a package is not in sight.
    return [members.every(({ path }) => dropIn.test(path)) ? start : { ...start, unit }];
  });

const dropIn = /\.service\.d\/[^/]+\.conf$/;
const isOfUnit = ({ path }: WrittenText): boolean => path.endsWith('.service') || dropIn.test(path);
const unitNamed = ({ path }: WrittenText): string => path.replace(/\.d\/[^/]+$/, '');
const dropInsLast = (one: WrittenText, other: WrittenText): number =>
  Number(dropIn.test(one.path)) - Number(dropIn.test(other.path));

function agentsOfStart(
  { words, at, context, unit, release }: Start,
  { source, effects, written }: Script,
  used: Set<WrittenText>,
): readonly StartedAgent[] {
  const paths = (unit?.flags ?? readFlags(source, words)).configPaths.map(({ text }) => clean(text));
  const files = written.filter(
    (file) => isConfig(file) && paths.some((path) => isRead(writtenPath(file), path)),
  );
  for (const file of files) used.add(file);
  const variants = variantsOf(files, context);
  const touched = effects.touched.some((path) =>
    paths.some((read) => mayBeRead(clean(filledPath(path)), read)),
  );
  return (variants.length > 0 ? variants : [{ files: [], isSplit: false }]).map((variant) => ({
    words: unit ? undefined : words,
    ...(unit && { unit }),
    at,
    isAlone: true,
    ...common,
    release,
    ...partsOf(variant, touched || variant.files.some(({ text }) => !text)),
  }));
}

const common = {
  name: '',
  release: undefined,
  image: undefined,
  emptyPaths: [],
  container: undefined,
};

function partsOf(
  { files, isSplit }: Variant,
  isTouched: boolean,
): Pick<StartedAgent, 'mounts' | 'open' | 'written'> {
  const texts = files.map((file) => ({ file, ...mountOf(file) }));
  const isOpen = isSplit || isTouched || texts.some((text) => text.isOpen);
  return {
    mounts: texts.map(({ mount }) => mount),
    open: isOpen ? 'what else its files set is not in sight' : undefined,
    written: files.flatMap(({ text }) => text?.at ?? []),
  };
}

/** Nothing says which agent reads them: those of one directory are one agent where they fit together. */
function filesAlone(files: readonly WrittenText[]): readonly StartedAgent[] {
  const directories = new Set(files.map(({ path }) => posix.dirname(path)));
  return [...directories].flatMap((directory) => {
    const inner = files.filter(({ path }) => posix.dirname(path) === directory);
    const isLoader = /consul(?:\.d)?$|consul\/config$/.test(directory);
    const sets = isLoader
      ? [...variantsOf(inner, [])]
      : inner.map((file): Variant => ({ files: [file], isSplit: false }));
    return sets.map((variant) => ({
      words: undefined,
      isFound: true as const,
      at: variant.files[0]!.text!.at,
      isAlone: true as const,
      ...common,
      ...partsOf(variant, false),
    }));
  });
}

const isRead = (file: string, path: string): boolean => file === path || posix.dirname(file) === path;

/** Certificates and the like are none of its configuration. */
const mayBeRead = (touched: string, path: string): boolean =>
  !/\.(?:pem|crt|key|cer|txt|service|zip|log)$/.test(touched) &&
  (touched === path || touched.startsWith(`${path}/`) || posix.dirname(path) === touched);

/** After the script, with the line where there are several. */
function named(agents: readonly StartedAgent[], source: Source): readonly StartedAgent[] {
  const stem = posix.basename(source.file).replace(/(?<=.)\.[\w.]+$/, '');
  return agents.map((agent) => {
    if (agent.name !== '') return agent;
    const { source: own, start } = agent.mounts[0]?.at ?? agent.at;
    return { ...agent, name: agents.length > 1 ? `${stem}:${own.position(start).line}` : stem };
  });
}
