/** A quick fix that would do harm when it is applied alone is not offered. */
import { expect, test } from 'vitest';
import type { Finding } from '../../src/finding.ts';
import { isHarmless } from '../../src/fix/fix.ts';
import { codeActions } from '../../src/lsp/actions.ts';
import { Source } from '../../src/text/source/source.ts';
import { nodesOf } from '../fix/lab.ts';
import { lintFiles } from '../support/lab.ts';

const text = 'data_dir = "/x"\nbind_addr = "10.0.0.1"\nlog_level = "INFO"\n';
const source = new Source('a.hcl', text);

function finding(from: string, to: string, path: string): Finding {
  const start = text.indexOf(from);
  const edits = [{ source, start, end: start + from.length, text: to }];
  const at = source.span(start, start + from.length);
  return {
    rule: 'log/level',
    severity: 'warning',
    message: 'wrong',
    at,
    path,
    fix: { title: 'Fix it', safe: true, edits },
  };
}

const mayOffer = (found: Finding): boolean => {
  const filesOf = (replaced: ReadonlyMap<string, Uint8Array>) => ({
    'a.hcl': replaced.has('a.hcl') ? new TextDecoder().decode(replaced.get('a.hcl')) : text,
  });
  return isHarmless(found, (replaced) => lintFiles(filesOf(replaced)), {
    nodes: (replaced) => nodesOf(filesOf(replaced)),
    entryRules: [],
  });
};

test.each([
  ['makes the agent refuse the file', '"INFO"', '7', 'log_level', false],
  ['changes an option that it does not name', '"INFO"', '"WARN"', 'node_name', false],
  ['loses an option', 'bind_addr', 'advertise_addr', 'advertise_addr', false],
  ['breaks the syntax', '"INFO"', '"INFO', 'log_level', false],
  ['does what it names', '"INFO"', '"WARN"', 'log_level', true],
])('%s', (_, from, to, path, isOffered) => {
  const found = finding(from, to, path);
  const everything = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const offered = codeActions([found], everything, ['quickfix'], {
    fixedTexts: () => [],
    isHarmless: mayOffer,
    ignoring: () => undefined,
  });
  expect(offered.length).toBe(isOffered ? 1 : 0);
});
