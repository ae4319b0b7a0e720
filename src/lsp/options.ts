/** What a session is given, besides files. */
import type { ProjectSettings } from '../app/lint/project.ts';
import type { Finding } from '../finding.ts';
import type { CompletionStyle } from './completion.ts';

export interface SessionOptions extends Omit<CompletionStyle, 'version'> {
  /** The Consul release to lint for; undefined leaves it to the settings. */
  readonly version: string | undefined;
  /** Directories that the editor works in. */
  readonly folders: readonly string[];
  /** Whether an edit may make a file. Default: no. */
  readonly canCreate?: boolean;
  /** What git and the disk record about files, asked anew whenever files may have changed. Default: nothing is known. */
  readonly facts?: () => ProjectSettings['facts'];
  /** Without the text of files to which a link leads from the folders and the open files. Default: all is shown. */
  readonly shown?: (findings: readonly Finding[], open: readonly string[]) => readonly Finding[];
  /** Called with a bug that shows in one document; the others are linted all the same. */
  readonly onBug: (error: unknown) => void;
}
