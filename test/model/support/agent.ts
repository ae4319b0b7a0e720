/** Agents of texts, for tests. */
import type { Agent } from '../../../src/model/agent.ts';
import { readAgent } from '../../../src/model/load/read-agent.ts';
import { toPlain, type Value } from '../../../src/text/tree/value.ts';
import { memory } from './memory.ts';

/** The agent of these files, which are named by the keys: `a.hcl`, `b.json`. */
export function agentOf(files: Readonly<Record<string, string>>, version = '1.20'): Agent {
  const contents = Object.fromEntries(Object.entries(files).map(([name, text]) => [`/etc/${name}`, text]));
  return readAgent(['/etc'], memory(contents), { version });
}

/** Whatever stands at a path of the merged configuration, as plain data. */
export const plain = (value: Value | undefined): unknown => value && toPlain(value);
