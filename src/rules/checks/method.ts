import { stringAt } from '../../model/value-path.ts';
import { replaceValue } from '../../subjects/edits.ts';
import { quote } from '../message.ts';
import { literalAt, ofWrittenChecks } from './support/written.ts';

const usual = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'TRACE']);

export const checkMethod = ofWrittenChecks({
  id: 'checks/method',
  scope: 'node',
  severity: 'warning',
  fix: 'unsafe',
  keys: ['method'],
  docs: {
    summary: 'The HTTP method of a check is in lower case, or is not a method.',
    rationale:
      'The agent sends the method as it is written, and methods are case-sensitive: most servers answer "get" with 405 ' +
      '(measured with the HTTP API of Consul), which makes the check critical. A method with a blank in it is not sent.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ncheck {\n  name = "web"\n  http = "http://localhost/health"\n  method = "head"\n  interval = "10s"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ncheck {\n  name = "web"\n  http = "http://localhost/health"\n  method = "HEAD"\n  interval = "10s"\n}\n',
    },
  },
  faults: ({ check }) => {
    const text = literalAt(check, 'method');
    const right = text?.trim().toUpperCase() ?? '';
    if (text === undefined || text === right || !usual.has(right)) return [];
    const why =
      text.trim() === text
        ? `methods are case-sensitive, and most servers answer ${quote(text)} with 405, which makes the check critical`
        : `${quote(text)} has a blank in it, so that no request is sent and the check stays critical`;
    return [
      {
        key: 'method',
        message: `${why}; write "${right}"`,
        fix: {
          title: `Write ${right}`,
          safe: false,
          edits: [replaceValue(stringAt(check, 'method')!, `"${right}"`)],
        },
      },
    ];
  },
});
