/** Prints the names of options that hold secrets, by what else bears the same name. */
import { agent } from '../../src/options/agent.ts';
import { inherits, walk } from '../../src/options/lookup.ts';

const head = `/**
 * Names of options that hold secrets. Generated from the option table by \`npm run generate\`, since to ask the whole
 * table costs more than the rest of a short run.
 */
`;

export function secretNamesText(): string {
  const secret = new Set<string>();
  const open = new Set<string>();
  walk(agent, (found) => {
    const name = found.path.slice(found.path.lastIndexOf('.') + 1);
    if (found.kind.shape === 'string') (inherits.secret(found) ? secret : open).add(name);
  });
  const certain = [...secret].filter((name) => !open.has(name));
  const likely = [...secret].filter((name) => open.has(name));
  return `${head}
/** Names that only secrets have. */
${list('certainSecrets', certain)}
/** Names that other options have too. */
${list('likelySecrets', likely)}`;
}

const list = (name: string, values: readonly string[]): string =>
  `export const ${name}: readonly string[] = [\n${values.map((value) => `  '${value}',\n`).join('')}];\n`;
