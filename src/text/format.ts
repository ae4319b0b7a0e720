/** The formatter: one layout for every file, hclfmt's where that is sane. Values and comments never change. */
import { hclTokens } from './hcl/syntax.ts';
import { jsonTokens } from './json/syntax.ts';
import { layOut } from './layout/layout.ts';
import type { Problem } from './source/problem.ts';
import type { Tree } from './tree/tree.ts';

export interface Formatted {
  /** As it was where it cannot be formatted. */
  readonly text: string;
  /** Why not: Consul's parser refuses the file, or drops a part of it, so what was meant is not known. */
  readonly problems: readonly Problem[];
}

/** @param tree of a whole HCL or JSON file. */
export function format(tree: Tree): Formatted {
  const { source, root } = tree;
  const problems = tree.problems.filter(({ code }) => code !== 'syntax/json-in-hcl');
  if (!root || problems.length > 0 || tree.refusal) return { text: source.text, problems };
  const syntax = tree.format === 'hcl' ? hclTokens(source.text) : jsonTokens(source.text);
  return { text: layOut(source, root, syntax), problems: [] };
}
