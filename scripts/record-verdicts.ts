/**
 * Records what a real agent says of every configuration of the corpus, for the tests to replay:
 *
 *     npx tsx scripts/record-verdicts.ts --consul BINARY --version 1.20.2
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { type Recorded, readCases, recordingFile } from '../test/model/support/cases.ts';
import { ask } from './differential/agent.ts';

const { values } = parseArgs({ options: { consul: { type: 'string' }, version: { type: 'string' } } });
const { consul, version } = values;
if (consul === undefined || version === undefined) {
  console.error('usage: record-verdicts --consul BINARY --version VERSION');
  process.exit(2);
}

const lines = readCases().map((subject) => {
  const { verdict, warnings } = ask(consul, subject);
  const recorded: Recorded = warnings ? { verdict, warnings } : { verdict };
  return `    ${JSON.stringify(subject.id)}: ${JSON.stringify(recorded)}`;
});
const file = recordingFile(version);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `{\n  "consul": "${version}",\n  "verdicts": {\n${lines.join(',\n')}\n  }\n}\n`);
console.log(`${lines.length} verdicts of ${version} in ${file}`);
