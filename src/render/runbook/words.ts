/** Names of nodes and releases in the runbook. */
import type { NodeSpec } from '../../manifest/node.ts';

/** How commands name a node. */
export const wordOf = ({ name, host }: Pick<NodeSpec, 'name' | 'host'>): string => `${name}=${host}`;

/** A minor alone means any of its patches. */
export const releaseText = (version: string): string =>
  /^\d+\.\d+$/.test(version) ? `${version}.x` : version;
