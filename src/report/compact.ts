/** One line a finding, `file:line:column: severity: message [rule]`: for editors' problem matchers and for grep. */
import { visible } from '../util/visible.ts';
import { atPlace, type Reporter } from './report.ts';

export const compact: Reporter = ({ findings }) =>
  findings
    .map(({ at, severity, message, rule }) => `${atPlace(at)}: ${severity}: ${oneLine(message)} [${rule}]\n`)
    .join('');

const oneLine = (text: string): string => visible(text.replace(/\s+/g, ' '));
