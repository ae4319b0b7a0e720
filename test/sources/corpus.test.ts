/**
 * What the readers make of files: cases of text files, one folder for each kind. `-- path --` begins a file, and `-- agents --` has
 * the agents as they were found; RECORD=1 fills it in, to be reviewed like any other change.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { discover } from '../../src/discovery/discover.ts';
import { flagsOf } from '../../src/subjects/agent/predicates.ts';
import type { Node } from '../../src/subjects/subjects.ts';
import { inFile } from '../../src/text/source/embedded.ts';
import type { Span } from '../../src/text/source/source.ts';
import { toPlain } from '../../src/text/tree/value.ts';
import { type Files, readerOf } from '../support/lab.ts';

const cases = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.txt'))
  .sort();

test.each(cases)('%s', (name) => {
  const path = join(import.meta.dirname, name);
  const text = readFileSync(path, 'utf8');
  const [, ...parts] = text.split(/^-- (.+) --\n/m);
  const files: Record<string, string> = {};
  for (let i = 0; i < parts.length; i += 2) files[parts[i]!] = parts[i + 1] ?? '';
  const { agents = '', ...given } = files;
  const found = agentsIn(given);
  if (process.env.RECORD)
    writeFileSync(path, `${text.slice(0, text.indexOf('-- agents --'))}-- agents --\n${found}`);
  else expect(found).toBe(agents);
});

function agentsIn(files: Files): string {
  const { estates } = discover(['.'], { ...readerOf(files), version: undefined });
  const shown = estates.flatMap(({ nodes, complete }) => [
    ...(nodes.length > 0 ? [`cluster of ${nodes.length}${complete ? ', all known' : ''}`] : []),
    ...nodes.flatMap(linesOf),
  ]);
  return shown.length === 0 ? 'none\n' : `${shown.join('\n')}\n`;
}

function linesOf(node: Node): string[] {
  const { container, files, version, mounted, deployments, unknown } = node;
  const flags = flagsOf(node);
  const options = [...(flags?.unknown ?? []), ...(unknown ?? [])].map(
    ([option, at]) => `${option} ${placeOf(at)}`,
  );
  const ports = container?.published?.map(
    ({ host, ports: range }) => `${host ?? '*'} ${range?.join('-') ?? '?'}`,
  );
  const line = (what: string, values: readonly string[] | undefined): string[] =>
    values && values.length > 0 ? [`  ${what}: ${values.join(', ')}`] : [];
  return [
    `${node.name}: ${node.role}, ${version}${flags?.dev ? ', development mode' : ''}${deployments ? ', not wholly in sight' : ''}`,
    `  ${JSON.stringify(toPlain(node.config.written))}`,
    ...line(
      'files',
      files.map(({ source }) => source.file),
    ),
    ...line(
      'mounted',
      [...(mounted ?? [])].map(([file, at]) => `${file} ${placeOf(at)}`),
    ),
    ...line('unknown', options),
    ...line('names', container?.names),
    ...line('shared names', container?.sharedNames),
    ...line('addresses', container?.addresses),
    ...line('networks', container?.networks),
    ...line('published', ports),
    ...line('kept', container?.kept),
    ...line(
      'absent',
      container?.absent.map(({ path }) => path),
    ),
    ...(flags?.fault ? [`  refused: ${flags.fault.kind} ${placeOf(flags.fault.at)}`] : []),
  ];
}

function placeOf(at: Span): string {
  const { source, start, end } = inFile(at);
  const { line, column } = source.position(start);
  return `${source.file}:${line}:${column} ${JSON.stringify(source.text.slice(start, end))}`;
}
