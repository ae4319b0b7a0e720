import { expect, test } from 'vitest';
import { convert } from '../../src/text/convert.ts';
import { parse } from '../../src/text/parse.ts';
import { Source } from '../../src/text/source/source.ts';
import { parseYaml } from '../../src/text/yaml/parse.ts';

const from = (format: 'hcl' | 'json', text: string) => parse(new Source('f', text), format);
const isList = (path: string): boolean => path === 'services';

test('HCL to JSON: blocks become objects, or lists where the option is one', () => {
  const tree = from('hcl', '# c\nports { http = 8500 }\nservices { name = "a" }\ncheck {}\ncheck {}\n');
  const { text, lostComments } = convert(tree, 'json', { isList });
  expect(JSON.parse(text!)).toEqual({ ports: { http: 8500 }, services: [{ name: 'a' }], check: [{}, {}] });
  expect(lostComments).toBe(1);
});

test('YAML to HCL: null is left out at any depth, and the comment that goes with it is counted', () => {
  const text =
    'server: true\nports:\n  # off\n  dns: ~\n  http: 8500\nchecks: [{ id: a, name: null }]\nui:\n';
  const { text: hcl, lostComments, problems } = convert(parseYaml(new Source('a.yaml', text)), 'hcl');
  expect(problems).toEqual([]);
  expect(hcl).toBe('server = true\n\nports {\n  http = 8500\n}\n\nchecks = [\n  {\n    id = "a"\n  },\n]\n');
  expect(lostComments).toBe(1);
});

test('JSON to HCL: null is left out, of duplicates the last counts, comments stay', () => {
  const tree = from('json', '{"a": 1, "a": {"b": [1.0, "x"]}, // c\n "n": null, "odd key": true}');
  expect(convert(tree, 'hcl').text).toBe('a {\n  b = [1, "x"]\n} // c\n\n"odd key" = true\n');
});

test('YAML to either', () => {
  const tree = parseYaml(new Source('f', '# top\nserver: true # one\nports:\n  http: 8500\n'));
  expect(convert(tree, 'hcl').text).toBe('# top\nserver = true # one\n\nports {\n  http = 8500\n}\n');
  expect(JSON.parse(convert(tree, 'json').text!)).toEqual({ server: true, ports: { http: 8500 } });
});

test.each([
  ['hcl', 'json', 'a = "\\xff"'],
  ['hcl', 'json', 'a = 9007199254740993'],
  ['hcl', 'json', 'a = {'],
  ['hcl', 'json', 'a ='],
  ['json', 'hcl', '{"a": [null]}'],
  ['json', 'hcl', '[]'],
] as const)('%s to %s: %s is refused with a reason', (format, to, text) => {
  const { text: none, problems } = convert(from(format, text), to);
  expect(none).toBeUndefined();
  expect(problems.length).toBeGreaterThan(0);
});
