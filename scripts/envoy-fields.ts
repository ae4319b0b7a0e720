/**
 * Writes the fields of Envoy's messages that Consul's property-override extension can patch. Needs Go and its module
 * proxy, so it is not a part of `npm run generate`; run it when a release of Consul takes another go-control-plane.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** go-control-plane, and the first Consul release that is built with it. */
const builds = [
  { since: undefined, module: 'github.com/envoyproxy/go-control-plane@v0.11.1' },
  { since: '1.19', module: 'github.com/envoyproxy/go-control-plane@v0.12.0' },
  { since: '1.22', module: 'github.com/envoyproxy/go-control-plane/envoy@v1.32.4' },
] as const;

type Table = Record<string, string | number>;
type Tables = Record<string, Table>;

const here = dirname(fileURLToPath(import.meta.url));
const output = join(here, '../src/model/check/entries/extensions/envoy-fields.json');

function fieldsOf(module: string): Tables {
  const dir = mkdtempSync(join(tmpdir(), 'envoy-fields-'));
  const go = (...args: string[]): string => execFileSync('go', args, { cwd: dir, encoding: 'utf8' });
  copyFileSync(join(here, 'envoy-fields/main.go'), join(dir, 'main.go'));
  writeFileSync(join(dir, 'go.mod'), 'module envoyfields\n\ngo 1.22\n');
  go('get', module);
  go('get', '.');
  const tables = JSON.parse(go('run', '.')) as Tables;
  rmSync(dir, { recursive: true });
  return tables;
}

/** Every field of any build; those that not all have say since or before which release of Consul. */
function combined(): Tables {
  const found = builds.map(({ since, module }) => ({ since, tables: fieldsOf(module) }));
  const result: Tables = {};
  for (const name of Object.keys(Object.assign({}, ...found.map(({ tables }) => tables)))) {
    // A message that only some builds have needs no marks: nothing in the others leads to it.
    const having = found.flatMap(({ since, tables }) =>
      tables[name] ? [{ since, table: tables[name] }] : [],
    );
    result[name] = merged(having);
  }
  return result;
}

function merged(having: readonly { readonly since: string | undefined; readonly table: Table }[]): Table {
  const result: Table = {};
  for (const [i, { since, table }] of having.entries()) {
    for (const [key, type] of Object.entries(table)) {
      result[key] ??= i > 0 ? `${type} since ${since}` : type;
    }
    for (const [key, type] of Object.entries(having[i - 1]?.table ?? {})) {
      if (!(key in table)) result[key] = `${type} before ${since}`;
    }
  }
  return result;
}

writeFileSync(output, `${JSON.stringify(combined(), undefined, 1)}\n`);
