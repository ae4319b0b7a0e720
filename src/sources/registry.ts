/** The kinds of files that start agents: adding one is its folder and a line here. */
import { composeKind } from './compose/kind.ts';
import { kubernetesKind } from './kubernetes/kind.ts';
import { shellKind } from './shell/kind.ts';
import type { Kind } from './source.ts';

export const kinds: readonly Kind[] = [composeKind, kubernetesKind, shellKind];
