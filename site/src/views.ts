/** What the right side shows of the files. */

import type { JsonFinding } from '../../src/report/json.ts';
import { plural } from '../../src/util/text.ts';
import { element, type Tab } from './dom.ts';
import type { Asked, Checked, FixedFiles, MergedNode, RenderedFiles, Work } from './worker/messages.ts';

export type ViewName = 'findings' | 'merged' | 'fix' | 'rendered' | 'report';

export const views: readonly (Tab & { readonly id: ViewName })[] = [
  { id: 'findings', label: 'Findings' },
  { id: 'merged', label: 'Merged' },
  { id: 'fix', label: 'Fix' },
  { id: 'rendered', label: 'Rendered' },
  { id: 'report', label: 'Cluster' },
];

export interface ViewHooks {
  readonly goTo: (finding: JsonFinding) => void;
  readonly take: (files: Readonly<Record<string, string>>) => void;
}

export async function drawView(
  name: ViewName,
  asked: Asked,
  engine: Work,
  checked: Checked,
  hooks: ViewHooks,
): Promise<readonly Node[]> {
  switch (name) {
    case 'findings':
      return drawFindings(checked, hooks);
    case 'merged':
      return drawMergedNodes(await engine.merge(asked));
    case 'fix':
      return drawFix(await engine.fix(asked), hooks);
    case 'rendered':
      return drawRendered(await engine.render(asked));
    case 'report':
      return [
        element('iframe', {
          title: 'Report with the cluster drawn',
          sandbox: '',
          srcdoc: await engine.report(asked),
        }),
      ];
  }
}

function drawFindings({ report, problem }: Checked, hooks: ViewHooks): readonly Node[] {
  if (problem !== undefined) return [element('p', {}, problem)];
  const { findings, summary, checkedFor } = report;
  const inFiles = `in ${plural(summary.files, 'file')}`;
  const counts = `${plural(summary.errors, 'error')}, ${plural(summary.warnings, 'warning')}, ${summary.infos} info ${inFiles}`;
  const head = element('p', {}, findings.length === 0 ? `Nothing to report ${inFiles}.` : counts);
  const note = checkedFor === undefined ? [] : [element('p', { class: 'rule' }, checkedFor)];
  return [
    head,
    ...note,
    element('ul', { class: 'findings' }, ...findings.map((finding) => drawFinding(finding, hooks))),
  ];
}

function drawFinding(finding: JsonFinding, { goTo }: ViewHooks): HTMLElement {
  const { file, line, column, severity, rule, message, related = [] } = finding;
  const place = element('button', { type: 'button' }, `${file}:${line}:${column}`);
  place.addEventListener('click', () => goTo(finding));
  const others = related.map((other) =>
    element('p', { class: 'rule' }, `→ ${other.file}:${other.line}: ${other.message}`),
  );
  return element(
    'li',
    {},
    element('span', { class: `severity-${severity}` }, severity),
    ' ',
    place,
    ' ',
    element('span', { class: 'rule' }, rule),
    element('p', {}, message),
    ...others,
  );
}

const drawMergedNodes = (nodes: readonly MergedNode[]): readonly Node[] =>
  nodes.length === 0
    ? [element('p', {}, 'There is no .hcl or .json file, which an agent would read.')]
    : nodes.flatMap(drawMerged);

function drawMerged({ name, hcl, origins, problem }: MergedNode): readonly Node[] {
  const title = element('h2', {}, name);
  if (problem !== undefined) return [title, element('p', {}, problem)];
  const rows = origins.map(({ path, value, from }) =>
    element('tr', {}, element('td', {}, path), element('td', {}, value), element('td', {}, from)),
  );
  const head = element(
    'tr',
    {},
    ...['option', 'value', 'set in'].map((text) => element('th', { scope: 'col' }, text)),
  );
  return [
    title,
    element('pre', {}, hcl),
    element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows)),
  ];
}

function drawFix({ files, diff, dropped }: FixedFiles, { take }: ViewHooks): readonly Node[] {
  if (diff === '')
    return [
      element('p', {}, 'There is no safe fix.'),
      ...dropped.map((text) => element('p', { class: 'rule' }, text)),
    ];
  const apply = element('button', { type: 'button' }, 'Apply');
  apply.addEventListener('click', () => take(files));
  const lines = diff.split('\n').map((line) => {
    const style = /^\+(?!\+\+)/.test(line) ? 'added' : /^-(?!--)/.test(line) ? 'removed' : '';
    return element('span', style === '' ? {} : { class: style }, `${line}\n`);
  });
  return [element('p', {}, apply), element('pre', {}, ...lines)];
}

function drawRendered({ files, findings }: RenderedFiles): readonly Node[] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (files.length === 0)
    return [
      element('p', {}, errors[0]?.message ?? 'There is no manifest among the files: add a cluster.yaml.'),
    ];
  const note = element(
    'p',
    { class: 'rule' },
    'Secrets are placeholders here; `consul-cfg render` fills them in.',
  );
  return [
    note,
    ...files.map(({ path, content, mode }) =>
      element(
        'details',
        {},
        element('summary', {}, `${path} (${mode.toString(8).padStart(4, '0')})`),
        element('pre', {}, content),
      ),
    ),
  ];
}
