/** What is reported of templates: each fact once, whichever of the texts that a template makes show it. */
import type { Finding } from '../finding.ts';
import type { Estate } from '../subjects/cluster/clusters.ts';
import type { Node } from '../subjects/subjects.ts';
import { inFile } from '../text/source/embedded.ts';

export class FindingsOfTemplates {
  readonly #seen = new Set<string>();

  /** All findings of other estates. */
  newIn(findings: readonly Finding[], { nodes }: Estate): readonly Finding[] {
    if (!nodes.some(({ template }) => template)) return findings;
    return findings.map(asOfTemplate).filter((finding) => {
      if (finding.rule === 'option/placeholder') return false;
      if (nodes.some(({ isKnown }) => isKnown?.(finding) === false)) return false;
      const { source, start } = inFile(finding.at);
      const key = `${finding.rule} ${start} ${source.file}`;
      const isNew = !this.#seen.has(key);
      this.#seen.add(key);
      return isNew;
    });
  }
}

/** What another file may correct is not certain. */
const asOfTemplate = (finding: Finding): Finding =>
  finding.severity === 'error' && !/^(?:option\/|unit\/flags$)/.test(finding.rule)
    ? { ...finding, severity: 'warning' }
    : finding;

/** Without those of templates, which are not machines that others join. */
export const agentsIn = (estates: readonly Estate[]): readonly Node[] =>
  estates.flatMap(({ nodes }) => nodes.filter(({ template }) => !template));
