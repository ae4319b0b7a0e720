/** The templates that a manifest names: read, checked and compiled, once each. Loading this loads Handlebars. */
import type { Finding } from '../../finding.ts';
import type { Library } from '../../manifest/extend.ts';
import type { TemplateUse } from '../../manifest/keys/templates/templates.ts';
import type { NodeSpec } from '../../manifest/node.ts';
import { compileTemplate, type Filled, parseTemplate, type TemplateProblem } from '../../template/user.ts';
import type { StringValue } from '../../text/tree/value.ts';
import { checkTemplate } from './check.ts';
import type { FillTemplate } from './files.ts';

/** @returns how to fill each template; one that is wrong gives nothing, and findings */
export function loadTemplates(
  nodes: readonly NodeSpec[],
  library: Library,
): { readonly fill: FillTemplate; readonly findings: readonly Finding[] } {
  const compiled = new Map<string, ((view: object) => Filled) | undefined>();
  const findings: Finding[] = [];
  const uses = new Set(nodes.flatMap(({ templates }) => [...templates.values()]));
  for (const use of uses) {
    if (!use.file || compiled.has(keyOf(use, use.file))) continue;
    compiled.set(keyOf(use, use.file), compile(use, use.file, library, findings));
  }
  const fill: FillTemplate = (use, view) => {
    const template = use.file && compiled.get(keyOf(use, use.file));
    return template?.(view);
  };
  return { fill, findings };
}

/** One file may be read by systemd in one place and not in another. */
const keyOf = (use: TemplateUse, file: StringValue): string =>
  JSON.stringify([file.source.file, file.value, isForSystemd(use.path)]);

const isForSystemd = (path: string): boolean => /^\/etc\/(?:systemd|sysusers\.d|tmpfiles\.d)\//.test(path);

function compile(
  use: TemplateUse,
  file: StringValue,
  library: Library,
  findings: Finding[],
): ((view: object) => Filled) | undefined {
  const opened = library.open(file.value, file.source);
  if ('problem' in opened) {
    const message = `the template ${JSON.stringify(file.value)} ${opened.problem}`;
    findings.push(templateFinding({ message, at: file }, use));
    return undefined;
  }
  const { source } = opened;
  const invalidAt = source.text.search(/[\0\p{Surrogate}]/u);
  if (invalidAt >= 0) {
    const at = source.span(invalidAt, invalidAt + 1);
    findings.push(templateFinding({ message: 'this is not text in UTF-8, so not a template', at }, use));
    return undefined;
  }
  const parsed = parseTemplate(source);
  const problems = 'problem' in parsed ? [parsed.problem] : checkTemplate(source, parsed.program);
  findings.push(...problems.map((problem) => templateFinding(problem, use)));
  return problems.length > 0 ? undefined : compileTemplate(source, { forSystemd: isForSystemd(use.path) });
}

export const templateFinding = ({ message, at }: TemplateProblem, use: TemplateUse): Finding => ({
  rule: 'manifest/template',
  severity: 'error',
  message,
  at,
  related: [{ at: use.at, message: 'the file that it renders' }],
});
