/** The templates of `src/template/sources`, compiled: the command starts faster, and ships no compiler for them. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import { helpers } from '../../src/template/helpers.ts';

const sources = fileURLToPath(new URL('../../src/template/sources', import.meta.url));

const options = {
  noEscape: true,
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
};

const head = `// @ts-nocheck: written by \`npm run generate\` from src/template/sources/; change those instead.
import type { TemplateName } from '../views.ts';

export const compiled: Readonly<Record<TemplateName, unknown>> = {
`;

export function compiledTemplatesText(): string {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.hbs'),
  );
  const byName = new Map(files.map((file) => [basename(file, '.hbs'), file]));
  const entries = [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, file]) => {
      const text = readFileSync(join(sources, file), 'utf8');
      return `  ${JSON.stringify(name)}: ${String(Handlebars.precompile(text, options))},\n`;
    });
  return `${head}${entries.join('')}};\n`;
}
