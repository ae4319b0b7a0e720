/** From one half of a conflict to the other. */
import type { Location } from 'vscode-languageserver/node';
import type { Finding } from '../finding.ts';
import type { Source, Span } from '../text/source/source.ts';
import { toLocation } from './positions.ts';

/** @param findings of the whole project, since the other half may be in another file */
export function otherHalves(findings: readonly Finding[], source: Source, offset: number): Location[] {
  const here = (span: Span): boolean =>
    span.source.file === source.file && span.start <= offset && offset <= span.end;
  const spans: Span[] = [];
  for (const { at, related = [] } of findings) {
    if (here(at)) spans.push(...related.map((other) => other.at));
    else if (related.some((other) => here(other.at))) spans.push(at);
  }
  const seen = new Set<string>();
  return spans.map(toLocation).filter(({ uri, range }) => {
    const key = `${uri}:${range.start.line}:${range.start.character}`;
    return !seen.has(key) && seen.add(key);
  });
}
