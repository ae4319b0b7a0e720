/** Fixes that undo each other, and texts that stay as they are. */
import { expect, test } from 'vitest';
import type { Finding } from '../../src/finding.ts';
import { fixAll } from '../../src/fix/fix.ts';
import { Source } from '../../src/text/source/source.ts';

/** What each text is to be replaced by; texts that are not named are right. */
function run(turns: Readonly<Record<string, string>>) {
  let lints = 0;
  const lintWith = (replaced: ReadonlyMap<string, Uint8Array>): Finding[] => {
    lints++;
    const bytes = replaced.get('a.hcl');
    const source = new Source('a.hcl', bytes ? new TextDecoder().decode(bytes) : 'a');
    const text = turns[source.text];
    if (text === undefined) return [];
    const at = source.span(0, source.text.length);
    const fix = { title: `write ${text}`, safe: true, edits: [{ ...at, text }] };
    return [{ rule: 'syntax/invalid', severity: 'warning', message: source.text, at, fix }];
  };
  const { files, dropped } = fixAll(lintWith, () => true);
  return { after: files.map(({ after }) => after), dropped: dropped.map(({ why }) => why), lints };
}

const endless = 'it would be made again and again';

test.each([
  ['nothing to fix', {}, { after: [], dropped: [] }],
  ['one after the other', { a: 'b', b: 'c', c: 'd' }, { after: ['d'], dropped: [] }],
  ['two that take turns', { a: 'b', b: 'a' }, { after: [], dropped: [endless, endless] }],
  [
    'two that take turns after a third',
    { a: 'b', b: 'c', c: 'b' },
    { after: ['b'], dropped: [endless, endless] },
  ],
  ['three that take turns', { a: 'b', b: 'c', c: 'a' }, { after: [], dropped: [endless, endless, endless] }],
])('%s: known after a few lints', (_what, turns, expected) => {
  const { lints, ...result } = run(turns as Readonly<Record<string, string>>);
  expect(result).toEqual(expected);
  expect(lints).toBeLessThan(12);
});
