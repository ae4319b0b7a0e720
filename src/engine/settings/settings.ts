/** Which rules are on, and the severity of their findings. */
import type { Finding, Severity } from '../../finding.ts';
import type { Preset, Profile } from '../../rules/presets.ts';
import type { AnyScopedRule, RuleRecord } from '../../rules/rule.ts';
import { own } from '../../util/collections.ts';
import type { Ignore } from './ignores.ts';

export type Level = Severity | 'off';

export const levels: readonly Level[] = ['off', 'info', 'warning', 'error'];

export interface Settings {
  readonly preset: Preset;
  readonly profiles: readonly Profile[];
  /** By rule id, or by subject as `patroni/*`; the id wins. */
  readonly levels: Readonly<Record<string, Level>>;
  readonly ignores: readonly Ignore[];
  /** Rules of a caller, which run besides those of the catalogue. */
  readonly ownRules?: readonly AnyScopedRule[];
}

export const defaultSettings: Settings = { preset: 'recommended', profiles: [], levels: {}, ignores: [] };

/** The level that the settings give a rule; undefined leaves it to the rule. */
export function chosenLevel(id: string, { levels }: Settings): Level | undefined {
  return own(levels, id) ?? own(levels, `${id.slice(0, id.indexOf('/'))}/*`);
}

/** Findings at the levels of the settings, without those of rules that are off. */
export function atChosenLevels(findings: readonly Finding[], settings: Settings): Finding[] {
  return findings.flatMap((finding) => {
    const level = chosenLevel(finding.rule, settings);
    if (level === 'off') return [];
    return [level === undefined ? finding : { ...finding, severity: level }];
  });
}

/** Naming a rule in the levels turns it on, whatever profile or preset it belongs to. */
export function isOn(rule: Pick<RuleRecord, 'id' | 'profile' | 'preset'>, settings: Settings): boolean {
  const level = chosenLevel(rule.id, settings);
  if (level !== undefined) return level !== 'off';
  if (rule.profile && !settings.profiles.includes(rule.profile)) return false;
  return !rule.preset || settings.preset === 'strict';
}
