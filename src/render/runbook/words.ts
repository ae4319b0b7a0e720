/** Words that the runbook's commands and sentences are made of. */
import type { NodeSpec } from '../../manifest/node.ts';

/** How commands name a node. */
export const wordOf = ({ name, host }: Pick<NodeSpec, 'name' | 'host'>): string => `${name}=${host}`;

export const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** A minor alone means any of its patches. */
export const releaseText = (version: string): string =>
  /^\d+\.\d+$/.test(version) ? `${version}.x` : version;
