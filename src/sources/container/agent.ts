/** An agent in a container of Docker, whatever file starts it. */
import type { Container, PublishedPort } from '../../subjects/container.ts';
import type { MappedText } from '../../text/source/mapped-text.ts';
import type { Span } from '../../text/source/source.ts';
import type { Word } from '../../text/systemd.ts';
import type { Mount, StartedAgent } from '../source.ts';
import { runningIn } from './entrypoint.ts';
import { readImage } from './image.ts';

export interface Given {
  readonly kind: Container['kind'];
  /** Undefined where it is not known. */
  readonly name: string | undefined;
  readonly at: Span;
  readonly image: MappedText | undefined;
  readonly entrypoint: readonly Word[] | undefined;
  readonly command: readonly Word[] | undefined;
  /** Undefined for a value that is not known. */
  readonly environment: ReadonlyMap<string, MappedText | undefined>;
  readonly mounts: readonly Mount[];
  /** Names besides its own. */
  readonly names: readonly string[];
  /** Names that lead to others too. */
  readonly sharedNames: readonly string[];
  readonly addresses: readonly string[];
  readonly published: readonly PublishedPort[] | undefined;
  /** Undefined where it has that of its host, or that is not known. */
  readonly networks: readonly string[] | undefined;
  readonly count: number | undefined;
  /** What of it is not in sight. */
  readonly open: string | undefined;
}

/** Undefined where no agent runs in it. */
export function agentIn(given: Given): StartedAgent | undefined {
  const { kind, name, at, mounts, names, addresses, published, networks, count } = given;
  const image = given.image && readImage(given.image.text);
  const running = runningIn({
    image,
    entrypoint: given.entrypoint,
    command: given.command && given.command.length > 0 ? given.command : undefined,
    environment: given.environment,
    targets: mounts.map(({ target }) => target),
    at,
  });
  if (!running) return undefined;
  return {
    name: name ?? '',
    words: running.words,
    at,
    release: image?.release,
    image: image?.text,
    mounts: [...mounts, ...running.mounts],
    emptyPaths: running.emptyPaths,
    open: running.open ?? given.open,
    container: {
      name: name ?? 'consul',
      kind,
      at,
      names: [...(name === undefined ? [] : [name]), ...names],
      sharedNames: given.sharedNames,
      addresses,
      count,
      published,
      networks,
      kept: mounts.flatMap(({ target, content }) => (content.kind === 'empty' ? [] : [target])),
      anonymousVolume: mounts.some(({ target }) => target === running.anonymousVolume)
        ? undefined
        : running.anonymousVolume,
      edition: image?.edition,
      release:
        image?.release === undefined || !given.image
          ? undefined
          : { text: image.release, at: given.image.at },
      unread: running.unread,
      absent: [],
    },
  };
}

/** Those of one network are of one cluster, unless a condition or a loop decides whether they run. */
export function inNetworks(
  found: readonly { readonly agent: StartedAgent; readonly isCertain: boolean }[],
): readonly StartedAgent[] {
  const [network] = found.find(({ isCertain }) => isCertain)?.agent.container?.networks ?? [];
  return found.map(({ agent, isCertain }) =>
    isCertain && network !== undefined && agent.container?.networks?.[0] === network
      ? agent
      : { ...agent, isAlone: true },
  );
}
