/**
 * Of a text that the agent cannot read, only the first fault is certain: what a parser makes of the rest is a guess. Where the text
 * has a mark of another program's templates, the first may be of the template too.
 */
import { type Finding, isError } from '../../finding.ts';
import type { Source } from '../../text/source/source.ts';
import { groupBy } from '../../util/collections.ts';
import { isOfText, lowered } from './lowered.ts';

export function certainInText(findings: readonly Finding[]): readonly Finding[] {
  const faults = findings.filter(isFaultOfText);
  if (faults.length === 0) return findings;
  const firsts = new Map<Source, Finding>();
  for (const [source, ofSource] of groupBy(faults, ({ at }) => at.source))
    firsts.set(
      source,
      ofSource.reduce((first, one) => (one.at.start < first.at.start ? one : first)),
    );
  return findings.map((finding) => {
    const first = firsts.get(finding.at.source);
    if (!first || !isError(finding) || isOfText(finding)) return finding;
    if (hasTemplateMark(first.at.source.text))
      return lowered(finding, 'unless it is a template, whose text is not what the agent reads');
    if (finding.at.start <= first.at.start) return finding;
    const { line } = first.at.source.position(first.at.start);
    return lowered(finding, `unless it follows from the fault in line ${line}`);
  });
}

/** What keeps the agent from reading the file, and of which the parser cannot say what was meant. */
const isFaultOfText = (finding: Finding): boolean =>
  isError(finding) && finding.rule === 'syntax/invalid' && finding.fix === undefined;

/** Statements and values of template languages; go-sockaddr templates are in quotes, and have no fields and no filters. */
const hasTemplateMark = (text: string): boolean =>
  /\{%|<%|\$\{|#\{|(?<!\[)\[\[[^:"[\]]|%\(\w|\$\(|@@\w|<<[A-Z]\w*>>|\{\{[-\s]*(?:\.|\$|range|end|if|else|with|key|secret|env)\b|\{\{[^}]*\|/.test(
    text,
  );
