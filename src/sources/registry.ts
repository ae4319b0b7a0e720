/** The kinds of files that start agents: adding one is its folder and a line here. */
import { ansibleKind } from './ansible/kind.ts';
import { composeKind } from './compose/kind.ts';
import { helmKind } from './helm/kind.ts';
import { hieraKind } from './hiera/kind.ts';
import { kubernetesKind } from './kubernetes/kind.ts';
import { shellKind } from './shell/kind.ts';
import type { Kind } from './source.ts';
import { templateKind } from './templates/kind.ts';
import { terraformKind } from './terraform/kind.ts';
import { unreadKinds } from './unread/kinds.ts';

export const kinds: readonly Kind[] = [
  composeKind,
  kubernetesKind,
  helmKind,
  ansibleKind,
  templateKind,
  terraformKind,
  shellKind,
  hieraKind,
  ...unreadKinds,
];
