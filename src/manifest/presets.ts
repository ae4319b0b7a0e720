/** Every preset: one line here, one file in `presets/`. */
import { dev } from './presets/dev.ts';
import { patroni } from './presets/patroni.ts';
import type { Preset } from './presets/preset.ts';
import { production } from './presets/production.ts';
import type { PresetName } from './schema.ts';

export const presets: Readonly<Record<PresetName, Preset>> = { patroni, production, dev };
