/** The findings, rule by rule and the most severe first, each with its lines of the file; and the form that filters them. */

import type { Finding, Severity } from '../../finding.ts';
import type { NodeView } from '../../subjects/cluster/cluster-views.ts';
import { groupBy } from '../../util/collections.ts';
import { plural } from '../../util/text.ts';
import { rulePage } from '../about.ts';
import { frame } from '../frame.ts';
import { type RepeatedFinding, withoutRepeats } from '../repeated.ts';
import { atPlace, count, type ReportInput } from '../report.ts';
import { html, type Markup } from './markup.ts';

/** The nodes that a file belongs to, by its path. */
export type NodesOf = (file: string) => readonly NodeView[];

export const levels: readonly Severity[] = ['error', 'warning', 'info'];

export function findingsSection({ findings, describe }: ReportInput, nodesOf: NodesOf): Markup {
  if (findings.length === 0) {
    return html`<section aria-labelledby="findings"><h2 id="findings">Findings</h2><p>Nothing to report.</p></section>`;
  }
  const groups = levels.flatMap((level) => {
    const ofLevel = findings.filter(({ severity }) => severity === level);
    return [...groupBy(ofLevel, ({ rule }) => rule).values()];
  });
  return html`<section aria-labelledby="findings"><h2 id="findings">Findings</h2>
${filters(findings)}
<p id="shown" role="status">${plural(findings.length, 'finding')}</p>
${groups.map((group) => ruleGroup(group, nodesOf, describe?.(group[0]!.rule)?.rationale))}
</section>`;
}

function filters(findings: readonly Finding[]): Markup {
  const counts = count(findings);
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  return html`<form id="filters" aria-label="Filter the findings">
<fieldset><legend>Severity</legend>${levels.map(
    (level) =>
      html`<label class="severity ${level}"><input type="checkbox" name="severity" value="${level}" checked> ${level} (${counts[level]})</label>`,
  )}</fieldset>
<label>Rule <select name="rule"><option value="">all</option>${rules.map((id) => html`<option>${id}</option>`)}</select></label>
<label>Node <select name="node"><option value="">all</option></select></label>
<label>Text <input type="search" name="text" autocomplete="off" spellcheck="false"></label>
<button type="reset">Show all</button>
</form>`;
}

/** A rule says the same of many nodes: beyond these, the others wait behind a button. */
const firstShown = 3;

function ruleGroup(findings: readonly Finding[], nodesOf: NodesOf, rationale: string | undefined): Markup {
  const { rule, severity } = findings[0]!;
  const items = withoutRepeats(findings).map((repeated) => findingItem(repeated, nodesOf));
  const more = items.slice(firstShown);
  return html`<section class="rule ${severity}"><h3><span class="severity ${severity}">${severity}</span> ${ruleLink(rule)}${
    findings.length > 1 && html` <span class="times">${findings.length} times</span>`
  }</h3>
${rationale && html`<details><summary>Why it matters</summary><p>${rationale}</p></details>`}
<ol>${items.slice(0, firstShown)}</ol>
${more.length > 0 && html`<details class="more"><summary>${more.length} more</summary><ol>${more}</ol></details>`}
</section>`;
}

function findingItem({ finding, also }: RepeatedFinding, nodesOf: NodesOf): Markup {
  const { rule, severity, message, at, fix, related = [] } = finding;
  const files = [at, ...also, ...related.map((other) => other.at)].map(({ source }) => source.file);
  const nodes = [...new Set(files.flatMap(nodesOf).map(({ id }) => id))];
  return html`<li class="finding" data-severity="${severity}" data-rule="${rule}" data-nodes="${nodes.join(' ')}">
<p class="place">${atPlace(at)}</p>
<p>${message}</p>
${codeFrame(at)}
${also.length > 0 && html`<details class="also"><summary>The same in ${plural(also.length, 'more place')}</summary><ul>${also.map((place) => html`<li class="place">${atPlace(place)}</li>`)}</ul></details>`}
${related.map((other) => html`<p class="place">${atPlace(other.at)}: ${other.message}</p>${codeFrame(other.at)}`)}
${fix && html`<p class="fix">Fix: ${fix.title}. <code class="command">consul-cfg lint ${fix.safe ? '--fix' : '--fix-unsafe'} ${quoted(at.source.file)}</code></p>`}
</li>`;
}

function ruleLink(rule: string): Markup {
  const page = rulePage(rule);
  return page === undefined ? html`${rule}` : html`<a href="${page}">${rule}</a>`;
}

/** For a shell. */
const quoted = (path: string): string =>
  /^[\w./@%+=:,-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;

function codeFrame(at: Finding['at']): Markup | undefined {
  const lines = frame(at);
  if (lines.length === 0) return undefined;
  const gutter = Math.max(...lines.map(({ number }) => String(number ?? '').length));
  const shown = lines.map(({ number, text }) =>
    number === undefined
      ? html`<span class="mark">${' '.repeat(gutter)} | ${text}</span>`
      : html`<span>${String(number).padStart(gutter)} | ${text}</span>${'\n'}`,
  );
  return html`<pre role="group" aria-label="${atPlace(at)}"><code>${shown}</code></pre>`;
}
