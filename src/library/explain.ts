/** What is known of an option or a rule. */
import { explain as explainName } from '../app/explain.ts';
import { type PlainOption, type PlainRule, plainOption, plainRule } from '../app/plain/explained.ts';
import { minorOf } from '../options/releases/versions.ts';
import { loadCatalog } from '../rules/catalog.ts';
import { checkOptions } from './given/options.ts';
import { releaseOf } from './given/release.ts';

export interface ExplainOptions {
  /** The release whose defaults are given. Default: the newest. */
  readonly consul?: string | undefined;
}

export type Explanation =
  | {
      readonly kind: 'option';
      /** Several where a short name means several. */
      readonly options: readonly PlainOption[];
    }
  | {
      readonly kind: 'rule';
      readonly rule: PlainRule;
      /** The name that was asked for is an old one of the rule. */
      readonly renamed: boolean;
    }
  /** The name is neither; the nearest rule where it has the form of one. */
  | { readonly kind: 'unknown'; readonly nearestRule?: string };

/**
 * @param name the path of an option or its last part, a flag of `consul agent`, or the id of a rule; old ids and misspelt
 * options are understood
 */
export async function explain(name: string, options: ExplainOptions = {}): Promise<Explanation> {
  checkOptions('explain()', options, { consul: 'any' });
  const target = minorOf(releaseOf('explain()', options.consul));
  const catalog = await loadCatalog();
  const found = explainName(name, catalog);
  if ('rule' in found) return { kind: 'rule', rule: plainRule(found.rule), renamed: found.renamed };
  if ('unknown' in found)
    return { kind: 'unknown', ...(found.nearestRule !== undefined && { nearestRule: found.nearestRule }) };
  const { options: meant, note } = found.options;
  return { kind: 'option', options: meant.map((option) => plainOption(option, catalog, target, note)) };
}
