/** Descriptions of rules, for reports that include them. */
import type { RuleInfo } from '../report/report.ts';
import { loadCatalog } from '../rules/catalog.ts';
import { docsOf } from '../rules/docs.ts';
import { defaultSeverity } from '../rules/rule.ts';

/** Loads the whole catalogue, which only some report formats need. */
export async function loadDescribe(): Promise<{ readonly describe: (id: string) => RuleInfo | undefined }> {
  const byId = new Map((await loadCatalog()).map((rule) => [rule.id as string, rule]));
  return {
    describe(id) {
      const rule = byId.get(id);
      if (!rule) return undefined;
      const { summary, rationale = summary } = docsOf(rule);
      return { summary, rationale, severity: defaultSeverity(rule) };
    },
  };
}
