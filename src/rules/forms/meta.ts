import { byteLength } from '../../model/grammar/text.ts';
/** Limits of metadata, which are the same for nodes and services. */
import type { Value } from '../../text/tree/value.ts';
import { memberPath } from '../../util/text.ts';
import { quote } from '../message.ts';
import type { AgentReport } from '../rule.ts';

const maxPairs = 64;
const maxKey = 128;
const maxValue = 512;
const reserved = 'consul-';

/** `allowed`: reserved keys that are accepted here. */
export function metaFault(
  meta: Value | undefined,
  path: string,
  report: AgentReport,
  allowed: readonly string[] = [],
): void {
  if (meta?.kind !== 'object') return;
  if (meta.members.size > maxPairs) {
    report({
      path,
      value: meta,
      message: `${path} has ${meta.members.size} pairs, but the agent accepts at most ${maxPairs}; remove some`,
    });
  }
  for (const { name, value } of meta.members.values()) {
    const at = memberPath(path, name);
    const fault = keyFault(name, allowed);
    if (fault) report({ path: at, value, message: `${path} has the key ${quote(name)}, which ${fault}` });
    if (value.kind === 'string' && byteLength(value.value) > maxValue) {
      report({
        path: at,
        value,
        message: `${at} is longer than ${maxValue} bytes, the most that the agent accepts; shorten it`,
      });
    }
  }
}

function keyFault(key: string, allowed: readonly string[]): string | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(key)) return 'is not made of letters, digits, - and _; rename it';
  if (byteLength(key) > maxKey) return `is longer than ${maxKey} bytes; shorten it`;
  return key.startsWith(reserved) && !allowed.includes(key)
    ? `begins with "${reserved}", which is reserved for Consul; rename it`
    : undefined;
}
