/**
 * Workflow commands of GitHub Actions, one a finding: `::error file=…,line=…,col=…,endLine=…,endColumn=…,title=…::text`.
 * Values escape `%`, CR and LF; properties `:` and `,` too, since those end them. Columns are left out where the end is
 * on another line: GitHub refuses an annotation that has both.
 */
import type { Severity } from '../finding.ts';
import { printable, visibleLine } from '../util/visible.ts';
import { repositoryPath } from './about.ts';
import type { Reporter } from './report.ts';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

export const github: Reporter = ({ findings }, style) =>
  findings
    .map(({ at, severity, message, rule }) => {
      const from = at.source.position(at.start);
      const to = at.source.position(at.end);
      const properties = {
        file: visibleLine(repositoryPath(at.source.file, style)),
        line: from.line,
        ...(to.line === from.line && { col: from.column }),
        endLine: to.line,
        ...(to.line === from.line && { endColumn: to.column }),
        title: rule,
      };
      const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
      return `::${commands[severity]} ${list.join(',')}::${data(message)}\n`;
    })
    .join('');

const data = (text: string): string =>
  printable(text, { colours: false }).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
