/** Options of an agent as text. */
import type { AgentConfig } from '../options/agent-config.ts';
import { wrapFree } from '../options/wrap-free.ts';
import * as print from '../text/print.ts';
import { fromPlain, type ObjectValue } from '../text/tree/value.ts';
import { copyObject } from './plain.ts';

/**
 * JSON as an agent reads it. Secrets are in it: mind where it goes.
 *
 * @throws TypeError for what is not plain data
 */
export function toJson(config: AgentConfig): string {
  return print.toJson(treeOf('toJson()', config));
}

/**
 * HCL as an agent reads it. Secrets are in it: mind where it goes.
 *
 * @throws TypeError for what is not plain data; RangeError for null in a list, which HCL cannot express
 */
export function toHcl(config: AgentConfig): string {
  return print.toHcl(wrapFree(treeOf('toHcl()', config)));
}

const treeOf = (caller: string, config: AgentConfig): ObjectValue =>
  fromPlain(copyObject(caller, config)) as ObjectValue;
