/** `npm run new:rule -- group/name [file|agent|unit|cluster]`: a rule file that type-checks, and its line in rules.ts. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const scopes = ['file', 'agent', 'unit', 'cluster'];
const lint = join(dirname(fileURLToPath(import.meta.url)), '../src/lint');

const [id = '', scope = 'agent'] = process.argv.slice(2);
const [, group, name] = /^([a-z]+)\/([a-z][a-z0-9-]*)$/.exec(id) ?? [];
if (!group || !name || !scopes.includes(scope))
  fail(`usage: npm run new:rule -- group/name [${scopes.join('|')}]`);
const file = join(lint, 'rules', group, `${name}.ts`);
if (existsSync(file)) fail(`${file} exists`);

const list = join(lint, 'rules.ts');
const listed = readFileSync(list, 'utf8');
const exportName = exportNameIn(listed);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, ruleText(scope));
writeFileSync(list, withLine(listed));
process.stdout.write(
  `${file}
Now write what it says and checks, and add two cases to test/corpus: one that breaks it, and one with near: ${id}.
Then: npm run generate && npx vitest run test/rules
`,
);

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

/** Sorted by path, as the list is. */
function withLine(text: string): string {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const line = `export { ${exportName} } from './rules/${group}/${name}.ts';`;
  const path = (each: string): string => each.slice(each.indexOf(' from '));
  return `${[head, ...[...lines, line].sort((a, b) => (path(a) < path(b) ? -1 : 1))].join('\n')}\n`;
}

/** The name alone, where no rule of another group has it. */
function exportNameIn(text: string): string {
  const camel = (words: string): string =>
    words.replace(/-(.)/g, (_all, letter: string) => letter.toUpperCase());
  return text.includes(`{ ${camel(name!)} }`) ? camel(`${group}-${name}`) : camel(name!);
}

function ruleText(kind: string): string {
  return `import { rule } from '../../rule.ts';

export const ${exportName} = rule({
  id: '${group}/${name}',
  scope: '${kind}',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'What is wrong, in one sentence.',
    rationale: 'What the agent or the cluster then does, as measured.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\\n' },
  },
  check(${kind === 'file' ? '{ source }' : kind === 'cluster' ? '{ agents }' : kind === 'unit' ? '{ unit }' : '{ config }'}, report) {
    ${placeText(kind)}
    report({ at, message: 'what is wrong, why it matters, what to write' });
  },
});
`;
}

function placeText(kind: string): string {
  if (kind === 'file') return 'const at = source.span(0, 0);';
  if (kind === 'cluster') return "const at = agents[0]!.config.at('');";
  return kind === 'unit' ? 'const at = unit.start.at;' : "const at = config.at('');";
}
