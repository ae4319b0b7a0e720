/** What `lint` and `fix` may be asked for. */
import { type Preset, type Profile, presets, profiles } from '../../rules/presets.ts';
import type { CustomRule } from '../rules/custom-rule.ts';
import type { OptionTable } from './options.ts';

export interface LintOptions {
  /**
   * The release of Consul, such as `1.20`. Default: what settings, nodes, units and other files given with them state, else the newest.
   * A manifest and an estate name theirs.
   */
  readonly consul?: string | undefined;
  /** Which rules are on. Default: what the settings say, else `recommended`. */
  readonly preset?: Preset | undefined;
  /** What the cluster is used for: its rules are on. Default: what the settings say, else none. */
  readonly profile?: Profile | undefined;
  /** The text of a `consul-cfg.yaml`, or the same as data. Default: the file of that name among those that are given. */
  readonly settings?: string | object | undefined;
  /** Rules of your own, which run besides those of the catalogue. Settings and ignores may name them. */
  readonly rules?: readonly CustomRule[] | undefined;
}

export const lintOptions: OptionTable<LintOptions> = {
  consul: 'any',
  preset: presets,
  profile: profiles,
  settings: 'any',
  rules: 'any',
};
