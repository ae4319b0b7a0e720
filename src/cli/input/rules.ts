/** Levels of rules on the command line: `--rule ID=LEVEL` and `--off ID`. */
import { type RuleLevel, ruleLevels, ruleNameProblem } from '../../index.ts';
import type { Flag } from '../command.ts';
import { usageError } from '../io.ts';

export interface RuleOptions {
  readonly rule?: readonly string[];
  readonly off?: readonly string[];
}

export const ruleFlags: readonly Flag[] = [
  {
    flags: '--rule <id=level>',
    docs: 'the level of a rule, or of a subject such as join/*, before that of the settings: off, info, warning or error',
    repeatable: true,
  },
  { flags: '--off <id>', docs: 'leave a rule out, or a subject such as join/*', repeatable: true },
];

export function chosenLevels({
  rule = [],
  off = [],
}: RuleOptions): Readonly<Record<string, RuleLevel>> | undefined {
  const all = [...rule.map(ruleAndLevel), ...off.map((id) => [known(id), 'off'] as const)];
  return all.length > 0 ? Object.fromEntries(all) : undefined;
}

function ruleAndLevel(text: string): readonly [string, RuleLevel] {
  const equals = text.lastIndexOf('=');
  const level = ruleLevels.find((name) => name === text.slice(equals + 1));
  if (equals < 1 || !level)
    throw usageError(`--rule takes ID=LEVEL with the level ${ruleLevels.join(', ')}, not ${text}`);
  return [known(text.slice(0, equals)), level];
}

function known(id: string): string {
  const problem = ruleNameProblem(id);
  if (problem) throw usageError(`${problem} \`consul-cfg explain --list\` lists them`);
  return id;
}
