/** Compose files: which of their services are agents, and what runs in each. */
import type { Container } from '../../subjects/container.ts';
import { variablesOf } from '../../text/environment.ts';
import { MappedText } from '../../text/source/mapped-text.ts';
import { type Source, type Span, spanOf } from '../../text/source/source.ts';
import type { Word } from '../../text/systemd.ts';
import { memberOf, textIn, wordIn } from '../../text/tree/read.ts';
import type { Value } from '../../text/tree/value.ts';
import { scalarText } from '../../text/yaml/scalar-text.ts';
import { wordOfItem, wordsOfText } from '../container/arguments.ts';
import { runningIn } from '../container/entrypoint.ts';
import { type Image, readImage } from '../container/image.ts';
import type { Running } from '../container/running.ts';
import type { SourceFiles, StartedAgent, World } from '../source.ts';
import { interpolated, interpolatedWord } from './interpolate.ts';
import { pairsOf } from './merge.ts';
import { mountsOf } from './mounts.ts';
import { countOf, identityOf, publishedBy } from './network.ts';
import { besides, readProject, type Service } from './project.ts';

export function readCompose(source: Source, files: SourceFiles): World | undefined {
  const project = readProject(source, files);
  if (!project) return undefined;
  const found = project.services.map((service) => ({ service, agents: agentsOf(service, files) }));
  const agents = found.flatMap((one) => one.agents);
  if (agents.length === 0) return undefined;
  return {
    kind: 'compose',
    source,
    texts: project.texts,
    agents,
    isWhole:
      project.isWhole && found.every(({ service, agents: own }) => own.length === 0 || isCertain(service)),
  };
}

/** It runs whenever the file is used, as often as the file says. */
const isCertain = (service: Service): boolean =>
  countOf(service) !== undefined && !service.value.members.has('profiles');

/** One for each copy that is known to run. */
function agentsOf(service: Service, files: SourceFiles): readonly StartedAgent[] {
  const image = imageOf(service);
  const { environment, isOpen } = environmentOf(service, files);
  const commandAt = placeOf(service);
  const mounts = mountsOf(service);
  const running = runningIn({
    image,
    entrypoint: argumentsOf(service, 'entrypoint'),
    command: argumentsOf(service, 'command'),
    environment,
    targets: mounts.map(({ target }) => target),
    at: commandAt,
  });
  const count = countOf(service);
  if (!running || count === 0) return [];
  const copies = count !== undefined && count <= mostCopies ? count : 1;
  return Array.from({ length: copies }, (_, i): StartedAgent => {
    const name = copies > 1 ? `${service.name}-${i + 1}` : service.name;
    return {
      name,
      words: running.words,
      at: commandAt,
      release: image?.release,
      image: image?.text,
      mounts: [...mounts, ...running.mounts],
      emptyPaths: running.emptyPaths,
      open: running.open ?? (isOpen ? 'a file of its environment is not at hand' : undefined),
      container: containerOf(service, name, copies, running, image),
    };
  });
}

const mostCopies = 9;

function containerOf(
  service: Service,
  name: string,
  copies: number,
  running: Running,
  image: Image | undefined,
): Container {
  const { names, addresses, networks } = identityOf(service);
  const count = countOf(service);
  const isOne = count === 1;
  return {
    name,
    kind: 'compose',
    at: service.key,
    names: isOne ? names : [name],
    sharedNames: isOne ? [] : [...names, `tasks.${service.name}`],
    addresses: isOne ? addresses : [],
    count: copies > 1 ? 1 : count,
    published: publishedBy(service),
    networks,
    kept: mountsOf(service).flatMap(({ target, content }) => (content.kind === 'empty' ? [] : [target])),
    anonymousVolume: mountsOf(service).some(({ target }) => target === running.anonymousVolume)
      ? undefined
      : running.anonymousVolume,
    edition: image?.edition,
    release: image?.release === undefined ? undefined : { text: image.release, at: imageAt(service) },
    unread: running.unread,
    absent: [],
  };
}

function imageOf({ value, variables }: Service): Image | undefined {
  // What is built may be anything, whatever it is called.
  if (value.members.has('build')) return undefined;
  const text = textIn(memberOf(value, 'image'));
  return text === undefined ? undefined : readImage(interpolatedWord(text, variables));
}

const imageAt = ({ value, key }: Service): Span => {
  const image = memberOf(value, 'image');
  return image ? spanOf(image) : key;
};

const placeOf = (service: Service): Span => {
  const value =
    memberOf(service.value, 'command') ??
    memberOf(service.value, 'entrypoint') ??
    memberOf(service.value, 'image');
  return value ? spanOf(value) : service.key;
};

function argumentsOf(
  { value, variables }: Service,
  name: 'command' | 'entrypoint',
): readonly Word[] | undefined {
  const written = memberOf(value, name);
  const read = (item: Value): MappedText | undefined => {
    const word = wordIn(item);
    return word && interpolated(scalarText(word), variables);
  };
  if (written?.kind === 'list')
    return written.items.flatMap((item) => {
      const text = read(item);
      return text ? [wordOfItem(text)] : [];
    });
  const text = written && read(written);
  return text ? wordsOfText(text) : undefined;
}

/** Its variables; undefined is one whose value the machine gives. */
function environmentOf(
  { value, variables }: Service,
  files: SourceFiles,
): { readonly environment: ReadonlyMap<string, MappedText | undefined>; readonly isOpen: boolean } {
  const environment = new Map<string, MappedText | undefined>();
  let isOpen = false;
  const envFile = memberOf(value, 'env_file');
  for (const item of envFile?.kind === 'list' ? envFile.items : envFile ? [envFile] : []) {
    const path = textIn(item) ?? textIn(memberOf(item, 'path'));
    const source =
      path === undefined ? undefined : files.read(besides(item, interpolatedWord(path, variables)));
    if (!source) isOpen = true;
    for (const variable of source ? variablesOf(source) : [])
      environment.set(variable.name, MappedText.at(variable.at, variable.value));
  }
  for (const { name, value: written } of pairsOf(memberOf(value, 'environment'))) {
    const word = wordIn(written);
    const text = word && interpolated(valueText(word, name), variables);
    environment.set(name, text);
  }
  return { environment, isOpen };
}

/** In a list the value is behind the name and its equals sign. */
function valueText(word: NonNullable<ReturnType<typeof wordIn>>, name: string): MappedText {
  const text = scalarText(word);
  return text.text.startsWith(`${name}=`) ? text.slice(name.length + 1, text.text.length) : text;
}
