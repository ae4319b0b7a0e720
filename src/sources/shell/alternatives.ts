/** Which files of a script are those of one agent: not the branches of one condition, nor two files that say who the agent is. */
import { type Context, mayRunTogether } from './script/blocks.ts';
import type { WrittenText } from './script/effects.ts';

export interface Variant {
  readonly files: readonly WrittenText[];
  /** It is not certain that these are all files of the agent. */
  readonly isSplit: boolean;
}

/** More than this are not written by people. */
const most = 20;

const identities = /(?:^|[\s{,])["']?(node_name|node_id|server|data_dir)["']?\s*[:=]/g;

const identitiesIn = ({ text }: WrittenText): ReadonlySet<string> =>
  new Set(text ? [...text.text.matchAll(identities)].map(([, name = '']) => name) : []);

/** @param context of what reads the files */
export function variantsOf(files: readonly WrittenText[], context: Context): readonly Variant[] {
  const all = files
    .filter((file) => mayRunTogether(file.context, context))
    .map((file) => ({ file, says: identitiesIn(file) }));
  const left = new Set(all);
  const variants: Variant[] = [];
  for (const seed of all) {
    if (!left.has(seed) || variants.length >= most) continue;
    const chosen = [seed];
    let isSplit = false;
    for (const one of all) {
      const isApart = chosen.some(
        ({ file }) => file.path === one.file.path || !mayRunTogether(file.context, one.file.context),
      );
      if (isApart) continue;
      const isOther = chosen.some(({ says }) => [...says].some((name) => one.says.has(name)));
      if (isOther) isSplit = true;
      else chosen.push(one);
    }
    for (const one of chosen) left.delete(one);
    variants.push({ files: all.flatMap((one) => (chosen.includes(one) ? [one.file] : [])), isSplit });
  }
  return variants;
}
