/**
 * What starts agents besides units: compose files, workloads of Kubernetes. A *reader* turns a file of one kind into the agents
 * that it starts; all else works on these without knowing which reader it was. A value keeps the place where it is written, and
 * what is not known stays unknown.
 */
import type { Container } from '../subjects/container.ts';
import type { Unit } from '../subjects/unit/unit.ts';
import type { Variant } from '../text/holes/variants.ts';
import type { MappedText } from '../text/source/mapped-text.ts';
import type { Source, Span } from '../text/source/source.ts';
import type { Word } from '../text/systemd.ts';
import type { ObjectValue } from '../text/tree/value.ts';

/** One kind of files. */
export interface Kind {
  /** As the settings call it. */
  readonly name: string;
  /** Whether the name of a file may be that of one of these; the file is not opened for this. */
  readonly mayBeNamed: (path: string) => boolean;
  /** A cheap look at the text: whether reading it is worth while. */
  readonly mayHold: (text: string) => boolean;
  /** Its reader, which brings a parser with it. */
  readonly load: () => Promise<Read>;
}

/** Undefined for a file that is not of this kind, cannot be read, or starts no agent. */
export type Read = (source: Source, files: SourceFiles) => World | undefined;

/** A kind whose reader is loaded. */
export interface Reader extends Pick<Kind, 'name' | 'mayBeNamed' | 'mayHold'> {
  readonly read: Read;
}

/** Files next to the one that is read, by their paths. Nothing is executed or fetched. */
export interface SourceFiles {
  readonly read: (path: string) => Source | undefined;
  readonly stat: (path: string) => 'file' | 'directory' | 'other' | 'missing' | 'denied';
}

/** All that one file starts. */
export interface World {
  readonly kind: string;
  readonly source: Source;
  /** The texts that it was read from, in which comments may ignore findings. */
  readonly texts: readonly Source[];
  /** Agents that reach each other: each of these groups is a cluster of its own, unless join lists say otherwise. */
  readonly agents: readonly StartedAgent[];
  /** Templates of what an agent reads, or of what starts it. */
  readonly templates?: readonly TemplateText[];
  /** Why nothing of it is read, although it may start agents or set their options. */
  readonly unread?: string;
  /** These are all agents that it starts, and how many of each run is known. */
  readonly isWhole: boolean;
  /** They join each other, whatever their own lists say. */
  readonly areJoined?: true;
}

/** A template, with the texts that it may make. */
export interface TemplateText {
  /** The file that it makes, as far as its name is known; else the template itself. */
  readonly path: string;
  readonly kind: 'config' | 'unit';
  /** Undefined for a unit. */
  readonly format: 'hcl' | 'json' | undefined;
  readonly variants: readonly Variant[];
  /** Where values are put in, in the file. */
  readonly holes: readonly { readonly start: number; readonly end: number }[];
}

/** An agent that a file starts. */
export interface StartedAgent {
  readonly name: string;
  /**
   * Behind `consul agent`, with what the image adds; each word has its place in the file. Undefined where a unit starts it, or
   * what starts it is not in sight.
   */
  readonly words: readonly Word[] | undefined;
  readonly unit?: Unit;
  /** Nothing but its files says that it is an agent. */
  readonly isFound?: true;
  /** Nothing says that other agents of the file are of its cluster. */
  readonly isAlone?: true;
  /** Parts of the file that are read as its configuration; what the rest mentions may be set too. Absent where nothing else is there. */
  readonly written?: readonly Span[];
  /** Where the command is written, else where the agent is defined. */
  readonly at: Span;
  /** The release that its image has. */
  readonly release: string | undefined;
  readonly image: string | undefined;
  readonly mounts: readonly Mount[];
  /** Directories of the image that are known to be empty. */
  readonly emptyPaths: readonly string[];
  /** Why options may be set that are not in sight; undefined where all are. */
  readonly open: string | undefined;
  /** It is called as an inventory calls its machine; undefined where no role makes it. */
  readonly isOfInventory?: boolean;
  /** Undefined for an agent on a machine. */
  readonly container: Container | undefined;
}

/** What is put into the file tree of an agent. */
export interface Mount {
  readonly target: string;
  readonly at: Span;
  readonly content:
    | { readonly kind: 'path'; readonly path: string; readonly written: string }
    /** Of a template the syntax that it will have is not known. */
    | { readonly kind: 'text'; readonly text: MappedText; readonly isTemplate?: true }
    /** What a file says, where that is written as values of another file. */
    | { readonly kind: 'value'; readonly value: ObjectValue; readonly isOfUnknownRole?: boolean }
    /** Kept between runs, and not in sight. */
    | { readonly kind: 'volume' }
    /** Gone with the container; another one may put files into it. */
    | { readonly kind: 'empty'; readonly mayBeFilled?: boolean }
    | { readonly kind: 'unknown' };
}
