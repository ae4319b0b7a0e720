/** Merged configurations written out again, with defaults and origins, and compared. */
import { expect, test } from 'vitest';
import { validateAgent } from '../../src/engine/validate.ts';
import { compareAgents, effortOf } from '../../src/model/change/compare.ts';
import { isEqual } from '../../src/model/change/equal.ts';
import { assumedHost } from '../../src/model/load/host.ts';
import { withDefaults } from '../../src/model/resolve/defaults.ts';
import { originsIn } from '../../src/model/resolve/origins.ts';
import { findOption } from '../../src/options/lookup.ts';
import { toHcl, toJson } from '../../src/text/print.ts';
import { fromPlain } from '../../src/text/tree/value.ts';
import { agentOf, plain } from './support/agent.ts';
import { readCases, readRecordings } from './support/cases.ts';
import { isRefused, verdictOf } from './support/verdict.ts';

/** What HCL cannot say as JSON does. */
const otherInHcl: Readonly<Record<string, string>> = {
  E033: 'a list of one in a block below a map is read as its element, which entries take for the list',
  E038: 'a list of one empty block is read as empty',
  E042: 'a list of one empty block is read as the block, which entries take for the list',
};

test('what an agent accepts, it accepts again as one file, in both formats and with defaults', async () => {
  const { verdicts } = readRecordings().find(({ consul }) => consul === '1.20.2')!;
  const isList = (path: string) => findOption(path)?.kind.shape === 'list';
  const wrong: string[] = [];
  for (const subject of readCases().filter(({ id }) => verdicts[id]?.verdict === 'ok')) {
    const { agent } = (await verdictOf(subject, '1.20'))!;
    for (const root of [agent.config.resolved, withDefaults(agent)]) {
      for (const [name, text] of [
        ['a.json', toJson(root, { isList })],
        ['a.hcl', toHcl(root)],
      ] as const) {
        const again = agentOf({ [name]: text });
        const findings = await validateAgent(again, assumedHost);
        if (name === 'a.hcl' && subject.id in otherInHcl) continue;
        if (isRefused(findings))
          wrong.push(`${subject.id} ${name}: ${findings.map(({ message }) => message)}`);
        else if (root === agent.config.resolved && !isEqual(again.config.resolved, root))
          wrong.push(`${subject.id} ${name}: says something else`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('origins: every value, its file and line, and what it was before', () => {
  const { config } = agentOf({
    'a.hcl': 'ports { http = 1 }\nretry_join = ["x"]\n',
    'b.json': '{"ports":{"http":2},"start_join":["y"]}',
  });
  const rows = originsIn(config.resolved, config).map(({ path, value, lost }) => [
    path,
    plain(value),
    value.source.file,
    lost.map(plain),
  ]);
  expect(rows).toEqual([
    ['ports.http', 2, '/etc/b.json', [1]],
    ['retry_join[0]', 'x', '/etc/a.hcl', []],
    ['retry_join[1]', 'y', '/etc/b.json', []],
  ]);
});

test.each<[string, string, string, string[]]>([
  ['{"log_level": "INFO"}', '{"log_level": "DEBUG"}', 'reload', ['log_level']],
  ['{"ports": {"http": 1}}', '{"ports": {"http": 2}}', 'restart', ['ports.http']],
  [
    '{"server": true, "ports": {"http": 1}}',
    '{"server": true, "ports": {"http": 2}}',
    'rolling',
    ['ports.http'],
  ],
  [
    '{"server": true, "bootstrap_expect": 3}',
    '{"server": true, "bootstrap_expect": 5}',
    'never',
    ['bootstrap_expect'],
  ],
  ['{}', '{"ports": {"dns": 8600}}', 'none', ['ports.dns']],
  ['{"acl_token": "a"}', '{"acl": {"tokens": {"default": "a"}}}', 'none', []],
  ['{"node_id": "a"}', '{}', 'never', ['node_id']],
  [
    '{"connect": {"ca_config": {"a": 1}}}',
    '{"connect": {"ca_config": {"a": 2}}}',
    'never',
    ['connect.ca_config'],
  ],
  [
    '{"encrypt_verify_incoming": true}',
    '{"encrypt_verify_incoming": false}',
    'rolling',
    ['encrypt_verify_incoming'],
  ],
  ['{"services": [{"name": "a"}]}', '{"services": [{"name": "b"}]}', 'reload', ['services']],
])('%s → %s: %s', (before, after, effort, paths) => {
  const changes = compareAgents(agentOf({ 'a.json': before }), agentOf({ 'a.json': after }));
  expect(changes.map(({ path }) => path)).toEqual(paths);
  expect(effortOf(changes)).toBe(effort);
  for (const { reason } of changes) expect(reason).not.toBe('');
});

test('equality does not recurse', () => {
  let one: unknown = 1;
  let other: unknown = 1;
  for (let depth = 0; depth < 50_000; depth++) [one, other] = [[one], [other]];
  expect(isEqual(fromPlain({ a: one }), fromPlain({ a: other }))).toBe(true);
});
