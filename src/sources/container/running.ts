/** What a container has to start, and the agent that runs in it then. */
import type { UnreadPart } from '../../subjects/container.ts';
import type { MappedText } from '../../text/source/mapped-text.ts';
import type { Span } from '../../text/source/source.ts';
import type { Word } from '../../text/systemd.ts';
import type { Mount } from '../source.ts';
import type { Image } from './image.ts';

export interface Started {
  readonly image: Image | undefined;
  /** Undefined where the image's own is left. */
  readonly entrypoint: readonly Word[] | undefined;
  readonly command: readonly Word[] | undefined;
  readonly environment: ReadonlyMap<string, MappedText | undefined>;
  /** Where something is mounted. */
  readonly targets: readonly string[];
  /** The place of what the image adds. */
  readonly at: Span;
}

export interface Running {
  /** Behind `consul agent`. */
  readonly words: readonly Word[];
  readonly mounts: readonly Mount[];
  readonly unread: readonly UnreadPart[];
  /** What of the image is not known. */
  readonly open: string | undefined;
  /** Directories of the image that are known to be empty. */
  readonly emptyPaths: readonly string[];
  /** The image keeps this path in a volume. */
  readonly anonymousVolume: string | undefined;
}
