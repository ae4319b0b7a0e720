/** The container that an agent runs in, as far as rules ask about it. */
import type { Span } from '../text/source/source.ts';

export interface Container {
  /** What it is called where it is defined: a service of Compose, a workload of Kubernetes. */
  readonly name: string;
  readonly kind: 'ansible' | 'compose' | 'docker' | 'ecs' | 'kubernetes' | 'terraform';
  /** Values of the official Helm chart define it. */
  readonly chart?: true;
  /** Where it is defined. */
  readonly at: Span;
  /** Names under which other containers reach it, and no other one. */
  readonly names: readonly string[];
  /** Names that lead to any of its copies. */
  readonly sharedNames: readonly string[];
  readonly addresses: readonly string[];
  /** How many of it run; undefined where that is not known. */
  readonly count: number | undefined;
  /** Ports of TCP that other machines reach; undefined where it has the network of its host, or that is not known. */
  readonly published: readonly PublishedPort[] | undefined;
  /** Names of the networks that it is in; undefined where that is not known. */
  readonly networks: readonly string[] | undefined;
  /** Paths in it whose content is kept outside of it. */
  readonly kept: readonly string[];
  /** The path whose content is in a volume without a name, which the image asks for. */
  readonly anonymousVolume: string | undefined;
  readonly edition: 'community' | 'enterprise' | undefined;
  /** The release that its image states. */
  readonly release: { readonly text: string; readonly at: Span } | undefined;
  /** What of it an agent would have to read, and does not. */
  readonly unread: readonly UnreadPart[];
  /** Files that it mounts and that are not there. */
  readonly absent: readonly AbsentFile[];
  /** What makes the agent leave its cluster when the container stops. */
  readonly leavesAtStop?: Span;
}

export interface PublishedPort {
  /** The address of the host; undefined for all of them. */
  readonly host: string | undefined;
  /** Ports in the container; undefined where they are not known. */
  readonly ports: readonly [first: number, last: number] | undefined;
  readonly at: Span;
}

export interface UnreadPart {
  readonly what: string;
  readonly why: string;
  readonly at: Span;
}

export interface AbsentFile {
  /** As it is written. */
  readonly path: string;
  readonly target: string;
  readonly at: Span;
}

/** The port of a container that machines other than its host reach over TCP; undefined where none does, or that is not known. */
export const publishedAs = ({ published }: Container, port: number): PublishedPort | undefined =>
  published?.find(
    ({ host, ports }) => ports !== undefined && ports[0] <= port && port <= ports[1] && !mayBeOwnHost(host),
  );

/** An address that only the machine knows may be its own as well. */
const mayBeOwnHost = (host: string | undefined): boolean =>
  host !== undefined && /^(?:127\.|localhost$|\[?::1\]?$)|\$/.test(host);
