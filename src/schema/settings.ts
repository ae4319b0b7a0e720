/** The schema of `consul-cfg.yaml` as data, for editors and scripts. Loading reports more, with the place of each fault. */
import * as z from 'zod';
import { isOlder } from '../options/releases/older.ts';
import { minorOf } from '../options/releases/versions.ts';
import { ruleIds } from '../rule-ids.ts';
import { isRuleName, nearestRule, renamedTo, subjectOf } from '../rules/names.ts';
import { presets, profiles } from '../rules/presets.ts';
import { kinds } from '../sources/registry.ts';
import type { JsonSchema } from './emit.ts';
import { published } from './published.ts';

const texts = (docs: string) => z.union([z.string(), z.array(z.string())]).describe(docs);

/** YAML reads an unquoted 1.16 as a number; 1.20 has to be quoted for a schema, which sees only 1.2. */
const release = (docs: string) =>
  z
    .union([z.string(), z.number()])
    .refine((text) => minorOf(String(text)) !== undefined || isOlder(String(text)), {
      error: 'must be a Consul release such as "1.20", in quotes',
    })
    .describe(docs);

/** @param own ids of rules of a script */
const ruleNameOf = (own: readonly string[]) => {
  const others = new Set(own.flatMap((id) => [id, `${subjectOf(id)}/*`]));
  return z
    .string()
    .refine((name) => isRuleName(name) || others.has(name) || renamedTo(name) !== undefined, {
      error: ({ input }) => `there is no rule ${String(input)}; did you mean ${nearestRule(String(input))}?`,
    })
    .describe('The id of a rule, or all rules of a subject as `join/*`.');
};

const level = z
  .union([z.enum(['off', 'info', 'warning', 'error']), z.literal(false)])
  .describe('`off` turns the rule off; another level is that of its findings.');

/** What is wrong with a name instead of the mere fact. */
const recordError: z.core.$ZodErrorMap = (issue) =>
  issue.code === 'invalid_key'
    ? issue.issues.map(({ message }) => message).join(', ')
    : 'must be a map of rules to levels: off, info, warning or error';

const ignoreOf = (ruleName: z.ZodString) =>
  z
    .strictObject({
      rule: ruleName,
      files: texts('Globs of the files, from the directory of the settings. Default: all files.').optional(),
      path: z.string().optional().describe('The option that the finding is about. Default: any.'),
      reason: z.string().describe('Why the finding is accepted.'),
    })
    .describe('Findings of a rule that are accepted.');

const node = z
  .strictObject({
    name: z.string().optional().describe('Its name in reports. Default: that of its directory.'),
    files: texts('Globs of its configuration files; with `each`, from each directory.').optional(),
    each: z.string().optional().describe('A glob of directories, each of which is a node.'),
    unit: z.string().optional().describe('The systemd unit that starts its agent.'),
    cluster: z.string().optional().describe('Nodes of one cluster are linted together.'),
    consul: release('Its Consul release. Default: that of the settings.').optional(),
    flags: z.string().optional().describe('What follows `consul agent` on its command line.'),
  })
  .describe('The files that make one node, or with `each` one node for every directory.');

const settingsWith = (ruleName: z.ZodString) =>
  z
    .strictObject({
      consul: release(
        'The Consul release to lint for. Default: what units or files nearby state, else the newest.',
      ).optional(),
      preset: z.enum(presets).optional().describe('Which rules are on. Default: recommended.'),
      profile: z
        .enum(profiles)
        .optional()
        .describe('Turns on the rules for a use of the cluster. Default: none.'),
      rules: z
        .record(ruleName, level, { error: recordError })
        .optional()
        .describe('Levels of rules, by id or subject; the id wins.'),
      ignore: z.array(ignoreOf(ruleName)).optional().describe('Accepted findings.'),
      sources: z
        .strictObject(Object.fromEntries(kinds.map(({ name }) => [name, z.boolean().optional()])))
        .optional()
        .describe('Kinds of files that start agents: `false` leaves them alone. Default: all are read.'),
      nodes: z.array(node).optional().describe('Which files make which node. Default: as they are found.'),
    })
    .describe('Settings of consul-cfg for a repository: consul-cfg.yaml.');

const settings = settingsWith(ruleNameOf([]));

/** What `consul-cfg.yaml` may have, as a type. */
export type SettingsInput = z.infer<typeof settings>;

/**
 * The zod schema of `consul-cfg.yaml` as data. One parse reports all errors.
 *
 * @param ownRules ids of rules of your own, which these settings may name too.
 * @example
 * settingsSchema().parse({ consul: '1.20', rules: { 'join/*': 'off' } });
 * settingsSchema(['acme/syslog']).parse({ rules: { 'acme/syslog': 'error' } });
 */
export const settingsSchema = (ownRules: readonly string[] = []): typeof settings =>
  ownRules.length === 0 ? settings : settingsWith(ruleNameOf(ownRules));

/**
 * The JSON Schema (draft-07) of `consul-cfg.yaml`, the same as `consul-cfg/schemas/settings.schema.json`.
 *
 * @example
 * writeFileSync('settings.schema.json', JSON.stringify(settingsJsonSchema()));
 */
export function settingsJsonSchema(): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(settings, { target: 'draft-07', io: 'input' });
  const names = [...ruleIds, ...new Set(ruleIds.map((id) => `${subjectOf(id)}/*`))];
  const { rules } = schema.properties as Readonly<Record<string, JsonSchema>>;
  const levels = rules!.additionalProperties;
  return published('settings', {
    $schema,
    title: 'Settings of consul-cfg',
    ...schema,
    properties: {
      ...schema.properties,
      rules: {
        type: 'object',
        description: 'Levels of rules, by id or subject; the id wins.',
        properties: Object.fromEntries(names.map((name) => [name, levels])),
        additionalProperties: false,
      },
    },
  });
}
