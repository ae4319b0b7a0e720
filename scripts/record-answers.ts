/**
 * Records what the agents of a cluster that you provide answer to the questions of `doctor`, for tests to replay:
 *
 *     npx tsx scripts/record-answers.ts DIRECTORY NAME=ADDRESS…
 *
 * Keys of the keyring are replaced by their number, and data_dir by one path; agents hide other secrets themselves.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldOf } from '../src/app/doctor/json.ts';
import { questions } from '../src/app/doctor/observe.ts';
import { readEndpoint } from '../src/live/address.ts';
import type { Answer } from '../src/live/answer.ts';
import { askOf } from '../src/live/client.ts';

const [directory = '', ...agents] = process.argv.slice(2);
mkdirSync(directory, { recursive: true });
for (const agent of agents) {
  const [name = '', address = ''] = agent.split('=');
  const endpoint = readEndpoint(address);
  if (typeof endpoint === 'string') throw new Error(`${address} ${endpoint}`);
  const ask = askOf(endpoint, { timeout: 5000 });
  const lines: string[] = [];
  for (const question of Object.values(questions)) {
    const [key, value] = recorded(question, await ask(question));
    lines.push(`${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  }
  writeFileSync(join(directory, `${name}.json`), `{\n${lines.join(',\n')}\n}\n`);
}

function recorded(question: string, answer: Answer): readonly [string, unknown] {
  if (answer.kind === 'json') return [question, withoutKeys(question, answer.json)];
  if (answer.kind === 'status') return [`${answer.status} ${question}`, answer.text];
  throw new Error(`${question} ${answer.reason}`);
}

function withoutKeys(question: string, json: unknown): unknown {
  const text = JSON.stringify(json);
  const directory = fieldOf(json, 'DebugConfig.DataDir');
  if (typeof directory === 'string') return JSON.parse(text.replaceAll(directory, '/var/lib/consul'));
  if (question !== questions.keyring) return json;
  const keys = [...new Set([...text.matchAll(/"([A-Za-z0-9+/]{22,44}={0,2})":\d/g)].map(([, key]) => key!))];
  return JSON.parse(keys.reduce((left, key, i) => left.replaceAll(key, `key ${i + 1}`), text));
}
