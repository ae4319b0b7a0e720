/** Which words of a command line a template engine sees as one. */
import { expect, test } from 'vitest';
import { withWholeTemplates } from '../../src/subjects/unit/unfilled.ts';
import { Source } from '../../src/text/source/source.ts';
import type { Word } from '../../src/text/systemd.ts';

function wordsOf(line: string): Word[] {
  const source = new Source('consul.service', line);
  return [...line.matchAll(/\S+/g)].map(({ 0: text, index }) => ({
    text,
    at: source.span(index, index + text.length),
  }));
}

const joined = (line: string): string[] => withWholeTemplates(wordsOf(line)).map(({ text }) => text);

test.each([
  ['a b', ['a', 'b']],
  ['-node {{ x }} b', ['-node', '{{ x }}', 'b']],
  ['{{ x }}{{ y }} b', ['{{ x }}{{ y }}', 'b']],
  ['{% raw %}<%= y %> b', ['{% raw %}<%= y %>', 'b']],
  ['{{ x }}{{ y', ['{{', 'x', '}}{{', 'y']],
  ['{{ x %} {{ y }}', ['{{ x %} {{ y }}']],
  // The agent itself fills it in.
  ['-bind {{ GetPrivateIP }}', ['-bind', '{{', 'GetPrivateIP', '}}']],
])('%s', (line, words) => {
  expect(joined(line)).toEqual(words);
});

test.each([
  ['none closed', '{{ '],
  ['each closed but the last', '}}{{ '],
  ['each of the agent', 'GetPrivateIP }}{{ '],
])('20,000 in one line take linear time: %s', (_name, more) => {
  const line = `{{ ${more.repeat(20_000)}`;
  expect(joined(line).length).toBe(wordsOf(line).length);
});
