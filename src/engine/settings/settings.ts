/** Which rules are on, and how grave their findings are. */

import type { Severity } from '../../finding.ts';
import type { Profile, RuleRecord } from '../../rules/rule.ts';
import { own } from '../../util/own.ts';
import type { Ignore } from './ignores.ts';

export type Level = Severity | 'off';

export interface Settings {
  readonly preset: 'recommended' | 'strict';
  readonly profiles: readonly Profile[];
  /** By rule id, or by group as `patroni/*`; the id wins. */
  readonly levels: Readonly<Record<string, Level>>;
  readonly ignores: readonly Ignore[];
}

export const defaultSettings: Settings = { preset: 'recommended', profiles: [], levels: {}, ignores: [] };

/** The level that a person asked for; undefined leaves it to the rule. */
export function chosenLevel(id: string, { levels }: Settings): Level | undefined {
  return own(levels, id) ?? own(levels, `${id.slice(0, id.indexOf('/'))}/*`);
}

/** Naming a rule in the levels turns it on, whatever profile or preset it belongs to. */
export function isOn(rule: Pick<RuleRecord, 'id' | 'profile' | 'preset'>, settings: Settings): boolean {
  const level = chosenLevel(rule.id, settings);
  if (level !== undefined) return level !== 'off';
  if (rule.profile && !settings.profiles.includes(rule.profile)) return false;
  return !rule.preset || settings.preset === 'strict';
}
