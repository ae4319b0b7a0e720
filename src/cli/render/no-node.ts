/** The refusal of a node that the manifest does not have. */
import { type CommandError, usageError } from '../io.ts';

export const noNode = (name: string, nodes: readonly string[]): CommandError =>
  usageError(`no node ${name}; there are ${nodes.join(', ')}`);
