/** A node with a Patroni that reaches its agent, and the file with its token. */
import { render } from '../../../template/render.ts';
import type { OutFile } from '../../file.ts';
import type { NodeSpecBase } from '../../structure.ts';
import { layoutOf } from './layout.ts';
import type { Patroni } from './patroni.ts';

export interface StoreNode extends NodeSpecBase {
  readonly patroni: Patroni;
}

/** Patroni merges the files of its directory, so the token can have a file of its own. */
export function tokenFile({ name, patroni }: StoreNode, token: string): OutFile {
  return {
    path: name + layoutOf(patroni).token,
    mode: 0o640,
    owner: `root:${patroni.group}`,
    content: render('patroni-token.yml', { node: name, token }),
    secret: true,
  };
}
