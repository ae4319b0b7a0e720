/** Flags of a node that the settings declare have the place of their word, however YAML writes them. */
import { expect, it } from 'vitest';
import { lintFiles } from '../support/lab.ts';

it.each([
  ['plain', 'agent -bind=10.0.0.1 -client=0.0.0.0 -data-dir=/tmp/x'],
  ['quoted', '"agent -bind=10.0.0.1 -client=0.0.0.0 -data-dir=/tmp/x"'],
  ['folded', '>\n      consul agent -bind=10.0.0.1\n      -client=0.0.0.0\n      -data-dir=/tmp/x'],
])('%s', (_, flags) => {
  const found = lintFiles({
    'consul-cfg.yaml': `nodes:\n  - name: a\n    files: [a.hcl]\n    flags: ${flags}\n`,
    'a.hcl': 'log_level = "INFO"\n',
  });
  const places = found.map(({ rule, at }) => [rule, at.source.text.slice(at.start, at.end)]);
  expect(places).toContainEqual(['security/open-http', '0.0.0.0']);
  expect(places).toContainEqual(['storage/volatile-data-dir', '/tmp/x']);
});
