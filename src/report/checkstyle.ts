/** XML of Checkstyle, which Jenkins, reviewdog and many editors read: an element for each file, one in it for each finding. */
import { groupBy } from '../util/collections.ts';
import { program, repositoryPath, runText } from './about.ts';
import type { Reporter } from './report.ts';
import { xml } from './xml.ts';

export const checkstyle: Reporter = (input, style) => {
  const byFile = groupBy(input.findings, ({ at }) => at.source.file);
  const files = [...byFile].map(([file, findings]) => {
    const errors = findings.map(({ rule, severity, message, at }) => {
      const { line, column } = at.source.position(at.start);
      return `    <error line="${line}" column="${column}" severity="${severity}" message="${xml(message)}" source="${xml(`${program.name}.${rule}`)}"/>`;
    });
    return `  <file name="${xml(repositoryPath(file, style))}">\n${errors.join('\n')}\n  </file>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- ${xml(runText(input)).replaceAll('--', '- -')} -->
<checkstyle version="4.3">
${files.join('\n')}${files.length > 0 ? '\n' : ''}</checkstyle>
`;
};
