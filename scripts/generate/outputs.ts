/** Every generated file: a line for each. */
import type { Target } from '../../src/options/releases/release-keys.ts';
import { minors } from '../../src/options/releases/versions.ts';
import { agentJsonSchema, type JsonSchema } from '../../src/schema/emit.ts';
import { manifestJsonSchema } from '../../src/schema/manifest.ts';
import { settingsJsonSchema } from '../../src/schema/settings.ts';
import { ruleLists } from './catalog.ts';
import { cliMarkdown } from './cli.ts';
import { doctorDoc } from './doctor-doc.ts';
import { fieldReportsDoc } from './field-reports.ts';
import { freeFormText } from './free-form.ts';
import { inForceDoc } from './in-force-doc.ts';
import { manifestDocsText } from './manifest-doc.ts';
import { keyLists } from './manifest-keys.ts';
import { optionsDoc } from './options-doc.ts';
import { rulePages } from './rules.ts';
import { runtimeDefaultsText } from './runtime-defaults.ts';
import { runtimeFieldsText } from './runtime-fields.ts';
import { secretNamesText } from './secret-names.ts';
import { compiledTemplatesText } from './templates.ts';
import { agentConfigText } from './types/agent-config.ts';
import { keyInputsText } from './types/key-inputs.ts';
import { upgradeNotesDoc } from './upgrade-notes.ts';

export interface Output {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: () => string;
}

const schema = (name: string, make: () => JsonSchema): Output => ({
  path: `schemas/${name}.schema.json`,
  text: () => linesOf(make()),
});

/** A line for each option and each definition: a change is easy to read, and the package has no indentation. */
function linesOf(made: JsonSchema): string {
  const members = Object.entries(JSON.parse(JSON.stringify(made)) as Record<string, unknown>);
  return `{\n${members.map(([name, value]) => ` ${JSON.stringify(name)}: ${inLines(value)}`).join(',\n')}\n}\n`;
}

function inLines(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  const members = Object.entries(value);
  if (members.length === 0) return '{}';
  return `{\n${members.map(([name, inner]) => `  ${JSON.stringify(name)}: ${JSON.stringify(inner)}`).join(',\n')}\n }`;
}

const agentSchema = (target: Target, name: string): Output => schema(name, () => agentJsonSchema(target));

export const outputs: readonly Output[] = [
  ...ruleLists,
  { path: 'src/options/generated/agent-config.ts', text: agentConfigText },
  { path: 'src/options/generated/free-form.ts', text: freeFormText },
  { path: 'src/options/generated/secret-names.ts', text: secretNamesText },
  ...keyLists,
  { path: 'src/manifest/generated/inputs.ts', text: keyInputsText },
  { path: 'src/app/doctor/generated/runtime-fields.ts', text: runtimeFieldsText },
  { path: 'src/app/doctor/generated/runtime-defaults.ts', text: runtimeDefaultsText },
  { path: 'src/template/generated/compiled.ts', text: compiledTemplatesText },
  schema('cluster', manifestJsonSchema),
  schema('settings', settingsJsonSchema),
  { path: 'docs/cli.md', text: cliMarkdown },
  { path: 'docs/doctor.md', text: doctorDoc },
  { path: 'docs/field-reports.md', text: fieldReportsDoc },
  { path: 'docs/in-force.md', text: inForceDoc },
  { path: 'docs/manifest.md', text: manifestDocsText },
  { path: 'docs/options.md', text: optionsDoc },
  { path: 'docs/upgrade-notes.md', text: upgradeNotesDoc },
  ...rulePages,
  agentSchema(undefined, 'consul-agent'),
  ...minors.map((minor) => agentSchema(minor, `consul-agent-${minor}`)),
];
