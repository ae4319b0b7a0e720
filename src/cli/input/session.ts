/** What `lint`, `upgrade` and `init --from` open: the paths of the command line on this machine. */
import { statSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import type { PathFailure, PathLintOptions } from '../../node.ts';
import type { Io } from '../io.ts';
import { type FailureTexts, manifestHints } from '../print/failure.ts';
import { progress } from '../print/progress.ts';
import { lintedVersion } from './flags.ts';

type Session = Pick<PathLintOptions, 'cwd' | 'consul' | 'consulFrom' | 'observe' | 'opens'>;

export const sessionOptions = (consul: string | undefined, io: Io): Session => ({
  cwd: io.cwd,
  consul: consul === undefined ? undefined : lintedVersion(consul),
  consulFrom: '--consul',
  opens: io.opens,
  observe: () => {
    const shown = progress(io.stderr, 'files read');
    return {
      file: (count) => {
        shown.tick();
        io.announce?.(count);
      },
      end: shown.end,
    };
  },
});

/** @param manifest the reason where a path is a manifest */
export const sessionTexts = (io: Pick<Io, 'cwd'>, manifest?: string): FailureTexts => ({
  texts: { ...(manifest !== undefined && { manifest }) },
  hints: manifestHints,
  usage: ['extension', 'manifest'],
  more: ({ kind, path }: PathFailure) => {
    const inside = posix.join(path, 'cluster.yaml');
    const hasManifest = kind === 'empty' && isFile(resolve(io.cwd, inside));
    return hasManifest ? `; to lint the manifest, name it: ${inside}` : '';
  },
});

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;
