/** Plain data that is shown besides findings: names of nodes, datacenters, sentences about them. */
import type { Source } from '../../text/source/source.ts';
import { type Run, runOf } from './run.ts';

/** The same without the secrets of the files that are read together with one; names of properties stay. */
export const withoutSecretsOf = <T>(source: Source | undefined, data: T): T =>
  source === undefined ? data : (hidden(data, runOf(source)) as T);

function hidden(data: unknown, run: Run): unknown {
  if (typeof data === 'string') return run.hide(data);
  if (Array.isArray(data)) return data.map((item) => hidden(item, run));
  if (typeof data !== 'object' || data === null || Object.getPrototypeOf(data) !== Object.prototype)
    return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, hidden(value, run)]));
}
