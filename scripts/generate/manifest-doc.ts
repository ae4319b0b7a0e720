/** The table of the manifest's keys in docs/manifest.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { manifestSchema } from '../../src/manifest/schema.ts';
import { layeredKeys } from './manifest-keys.ts';

const docs = join(import.meta.dirname, '../../docs/manifest.md');

/** docs/manifest.md with the table of keys between its two markers. */
export function manifestDocsText(): string {
  const rows = Object.entries(manifestSchema.shape).map(
    ([name, schema]) => `| \`${name}\` | ${describe(schema)} | ${placesOf(name)} |\n`,
  );
  const table = `| key | meaning | also in |\n|---|---|---|\n${rows.join('')}`;
  const marked = /(<!-- keys -->\n)[\s\S]*?(<!-- \/keys -->\n)/;
  return readFileSync(docs, 'utf8').replace(
    marked,
    (_, start: string, end: string) => `${start}${table}${end}`,
  );
}

const describe = (schema: z.ZodType): string =>
  schema.description ?? (schema instanceof z.ZodOptional ? describe(schema.unwrap() as z.ZodType) : '');

/** Where else than at the top of a manifest a key may be given. */
function placesOf(name: string): string {
  if (layeredKeys.includes(name)) return 'a class, a node';
  if (name === 'config') return 'a datacenter, a class, a node';
  if (name === 'consul') return 'a node';
  return /^(?:servers|clients|server_config|client_config)$/.test(name) ? 'a datacenter' : '';
}
