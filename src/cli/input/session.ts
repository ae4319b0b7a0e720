/** What `lint`, `upgrade` and `init --from` open: the paths of the command line on this machine. */
import { posix } from 'node:path';
import type { Failed } from '../../app/failure.ts';
import type { SessionInput } from '../../app/lint/session.ts';
import { fileFacts } from '../../app/machine/facts.ts';
import { machineFiles } from '../../app/machine/files.ts';
import { outsideOf } from '../../app/machine/outside.ts';
import type { LoadedSettings } from '../../app/settings/load.ts';
import type { CommandError, Io } from '../io.ts';
import { failureError, manifestHints } from '../print/failure.ts';
import { progress } from '../print/progress.ts';
import { lintedVersion } from './flags.ts';

export interface SessionFlags {
  readonly consul?: string | undefined;
  readonly onHost?: boolean;
}

export async function sessionInput(
  paths: readonly string[],
  { consul, onHost = false }: SessionFlags,
  loaded: LoadedSettings,
  io: Io,
): Promise<SessionInput> {
  const release = consul ?? loaded.consul;
  return {
    paths,
    loaded,
    files: machineFiles(io.cwd),
    release: release === undefined ? undefined : lintedVersion(release),
    releaseFrom: consul === undefined ? 'consul-cfg.yaml' : '--consul',
    facts: fileFacts(io.cwd, onHost),
    machine: onHost ? (await import('../../app/machine/this-machine.ts')).thisMachine() : undefined,
    library: async (named) => (await import('../../manifest/library.ts')).diskLibrary({ ...io, named }),
    isOutside: outsideOf(io),
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
  };
}

/** @param manifest the reason where a path is a manifest */
export function sessionError(failed: Failed, io: Pick<Io, 'cwd'>, manifest?: string): CommandError {
  const files = machineFiles(io.cwd);
  const texts = { ...(manifest !== undefined && { manifest }) };
  return failureError(
    failed,
    { texts, hints: manifestHints, usage: ['extension', 'manifest'] },
    (failure) => {
      const inside = posix.join(failure.path, 'cluster.yaml');
      const hasManifest = failure.kind === 'empty' && files.stat(inside) === 'file';
      return hasManifest ? `; to lint the manifest, name it: ${inside}` : '';
    },
  );
}
