/** `npm run new:rule -- subject/name [agent|file|node|unit|cluster]`: a rule file that type-checks once it is generated. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The first parameter of `run`, and a place to report, by scope. */
const scopes: Readonly<Record<string, readonly [subject: string, at: string]>> = {
  agent: ['{ config }', "path: 'data_dir'"],
  file: ['{ source }', 'at: source.span(0, 0)'],
  node: ['{ config }', "at: config.at('data_dir')"],
  unit: ['{ unit }', 'at: unit.start.at'],
  cluster: ['{ agents }', "at: agents[0]!.config.at('data_dir')"],
};

const [id = '', scope = 'node'] = process.argv.slice(2);
const chosen = scopes[scope];
if (!/^[a-z-]+\/[a-z][a-z0-9-]*$/.test(id) || !chosen)
  fail(`usage: npm run new:rule -- subject/name [${Object.keys(scopes).join('|')}]`);

const root = join(import.meta.dirname, '..');
const file = join(root, 'src/rules', `${id}.ts`);
if (existsSync(file)) fail(`src/rules/${id}.ts exists`);
mkdirSync(dirname(file), { recursive: true });
mkdirSync(join(root, 'test/rules', id), { recursive: true });
writeFileSync(file, ruleText(id, scope, chosen ?? fail('')));
process.stdout.write(`src/rules/${id}.ts
Write its documentation and condition, then: npm run generate
Add cases to test/rules/${id}/: one that breaks the rule, and one that nearly does, with the line near: ${id}
Fill in their findings: RECORD=1 npx vitest run test/rules
`);

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function ruleText(ruleId: string, kind: string, [subject, at]: readonly [string, string]): string {
  const exported = ruleId
    .slice(ruleId.indexOf('/') + 1)
    .replace(/-(.)/g, (_all, letter: string) => letter.toUpperCase());
  const condition =
    kind === 'agent' || kind === 'node' ? "if (!config.string('data_dir')) return;\n    " : '';
  return `import { rule } from '../rule.ts';

export const ${exported} = rule({
  id: '${ruleId}',
  scope: '${kind}',
  source: '${kind === 'agent' ? 'consul' : kind === 'unit' || kind === 'cluster' ? kind : 'runtime'}',
  severity: 'warning',
  options: ['data_dir'],
  docs: {
    summary: 'What is wrong, in one sentence.',
    rationale: 'What the agent or the cluster then does, as measured.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\\n' },
    good: { 'consul.hcl': 'data_dir = "/opt/consul"\\n' },
  },
  run(${subject}, report) {
    ${condition}report({ ${at}, message: 'what is wrong, why it matters, what to write' });
  },
});
`;
}
