/** The settings for a command: the nearest `consul-cfg.yaml`, and the flags that replace parts of it. */

import { isFailed } from '../../app/failure.ts';
import { machineFiles } from '../../app/machine/files.ts';
import { type LoadedSettings, loadSettings } from '../../app/settings/load.ts';
import type { Preset, Profile } from '../../rules/presets.ts';
import type { Io } from '../io.ts';
import { failureError } from '../print/failure.ts';

export interface SettingsFlags {
  readonly settings?: string;
  readonly profile?: Profile;
  readonly preset?: Preset;
}

/** @throws CommandError where the settings cannot be read */
export async function settingsFor(
  { settings, profile, preset }: SettingsFlags,
  io: Pick<Io, 'cwd'>,
): Promise<LoadedSettings> {
  const files = machineFiles(io.cwd);
  const loaded = await loadSettings({ files, directory: io.cwd, path: settings, profile, preset });
  if (isFailed(loaded)) throw failureError(loaded);
  return loaded;
}
