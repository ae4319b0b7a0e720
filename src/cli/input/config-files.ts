/** What `check` and `fmt` read: files one by one, those of nodes in directories included. */
import type { Failed } from '../../app/failure.ts';
import type { ConfigFilesInput } from '../../app/files/config-files.ts';
import { machineFiles } from '../../app/machine/files.ts';
import type { CommandError, Io } from '../io.ts';
import { failureError } from '../print/failure.ts';
import { settingsFor } from './settings.ts';

export async function configFilesInput(
  paths: readonly string[],
  options: Pick<ConfigFilesInput, 'version' | 'format'>,
  io: Io,
): Promise<ConfigFilesInput> {
  return { paths, ...options, files: machineFiles(io.cwd), loaded: await settingsFor({}, io) };
}

/** @param extension what to do with a file whose name has another ending */
export const configFilesError = (failed: Failed, extension?: string): CommandError =>
  failureError(failed, {
    texts: {
      dangling: 'is a symlink to nothing',
      empty: 'holds no Consul configuration (*.json, *.hcl), so nothing in it was read',
      ...(extension !== undefined && { extension }),
    },
  });
