/**
 * Command lines on which the agents of 1.16, 1.20 and 1.23 agree, as `consul agent` answered them behind a -config-file that
 * does not exist: `ok` where it came as far as that file, else why it stopped before.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { agent } from '../../src/options/agent.ts';
import { walk } from '../../src/options/lookup.ts';
import { readFlags } from '../../src/subjects/unit/flags.ts';
import { Source } from '../../src/text/source/source.ts';

const folder = new URL('../corpus/flags/', import.meta.url);
const lines = readFileSync(new URL('command-lines.jsonl', folder), 'utf8').trim().split('\n');
const recorded = lines.map((line) => JSON.parse(line) as [string, ...string[]]);

/** Where we say less on purpose: a word in capitals may be one that is still to be filled in. */
const mayBeFilledIn = (words: readonly string[]): boolean => words.some((word) => /=[A-Z_]+$/.test(word));

const kinds: Readonly<Record<string, string>> = { argument: 'value', format: 'value' };

test('there are enough of them', () => {
  expect(recorded.length).toBeGreaterThan(500);
});

test('what the agents say and what we say is the same', () => {
  const differences = recorded.flatMap(([verdict, ...words]) => {
    const source = new Source('consul.service', words.join(' '));
    let from = 0;
    const placed = words.map((text) => {
      const start = from;
      from += text.length + 1;
      return { text, at: source.span(start, start + text.length) };
    });
    const ours = readFlags(source, placed).fault?.kind ?? 'ok';
    const theirs = kinds[verdict] ?? verdict;
    return ours === theirs || mayBeFilledIn(words) ? [] : [`${words.join(' ')}: agent ${theirs}, we ${ours}`];
  });
  expect(differences).toEqual([]);
});

describe('the flags of a release', () => {
  const { flags } = JSON.parse(readFileSync(new URL('agent-flags.json', folder), 'utf8')) as {
    flags: Record<string, string>;
  };

  test('each is known, and no other one', () => {
    const known = new Map<string, string>();
    walk(agent, ({ option, kind }) => {
      if (option.flag) known.set(option.flag, kind.shape);
    });
    const own = ['-config-dir', '-config-file', '-config-format', '-dev', '-hcl', '-non-voting-server'];
    expect([...known.keys(), ...own].sort()).toEqual(Object.keys(flags).sort());
    const wrong = [...known].filter(([flag, shape]) => (flags[flag] === 'bool') !== (shape === 'bool'));
    expect(wrong).toEqual([]);
  });
});
