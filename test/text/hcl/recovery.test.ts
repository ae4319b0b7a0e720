/** What is said of broken texts: every mistake in one pass, each at its place, with a fix where there is one. */
import { describe, expect, test } from 'vitest';
import { decode } from '../../../src/text/decode.ts';
import { parse } from '../../../src/text/parse.ts';
import { applyChanges } from '../../../src/text/source/edit.ts';
import { Source } from '../../../src/text/source/source.ts';

function reported(text: string, format: 'hcl' | 'json' = 'hcl', consul?: string): string[] {
  const source = new Source('f', text);
  const tree = parse(source, format, consul ? { consul } : {});
  const decoded = tree.refusal ? [] : decode(tree).problems;
  return [...tree.problems, ...decoded].map(({ code, message, at }) => {
    const { line, column } = source.position(at.start);
    return `${line}:${column} ${code.slice(7)}: ${message}`;
  });
}

/** The text after all fixes, applied until none is left. */
function fixed(text: string, format: 'hcl' | 'json' = 'hcl'): string {
  for (let now = text, round = 0; ; round++) {
    const source = new Source('f', now);
    const fixes = parse(source, format).problems.flatMap(({ fix }) => (fix ? [fix] : []));
    const after = applyChanges(fixes).texts.get(source) ?? now;
    if (after === now || round === 5) return now;
    now = after;
  }
}

describe('HCL', () => {
  test.each([
    ['server: true\n', 'server = true\n'],
    ['server true\n', 'server = true\n'],
    ['log_level = INFO\n', 'log_level = "INFO"\n'],
    ['node_name "web"\nserver = true\n', 'node_name = "web"\nserver = true\n'],
    ['retry_join = ["a" "b"\n"c"]\n', 'retry_join = ["a", "b",\n"c"]\n'],
    ['retry_join ["a"]\n', 'retry_join = ["a"]\n'],
    ['server = true;\n', 'server = true\n'],
    ['\ufeffserver = true\n', 'server = true\n'],
    ['server = true\na =', 'server = true\n'],
  ])('%j is fixed', (text, corrected) => {
    expect(fixed(text)).toBe(corrected);
    expect(parse(new Source('f', corrected), 'hcl').problems).toEqual([]);
  });

  test('all mistakes of a file are reported in one pass, in order', () => {
    const text = `server: true
node_name = 'web'
log_level = INFO
retry_join = ["a" "b"]
ports {
  http = 08x
  dns 8600
  grpc =
}
data_dir = "/opt
acl { enabled = true
`;
    expect(reported(text).map((line) => line.split(' ')[0])).toEqual([
      '1:7',
      '2:13',
      '3:13',
      '4:19',
      '6:10',
      '7:3',
      '8:3',
      '10:12',
      '11:5',
    ]);
  });

  test('what is open at the end is reported once, at its bracket', () => {
    expect(reported('a {\n b = [1,\n')).toEqual([
      '2:6 invalid: this `[` is never closed: add the missing `]`',
    ]);
  });

  test('an interpolation without an end does not take the rest of the file along', () => {
    const tree = parse(new Source('f', 'a = "${x"\nb = 1\nc = \'2\'\n'), 'hcl');
    expect(tree.problems.map(({ at }) => tree.source.position(at.start).line)).toEqual([1, 3]);
    expect(tree.refusal?.text).toBe('At 4:1: literal not terminated');
  });

  test('the parser before 1.20.2 swallows an error', () => {
    expect(reported('a { b = }}', 'hcl', '1.20.1')[0]).toMatch(/^1:9 silently-dropped/);
    expect(reported('a { b = }}', 'hcl', '1.20.2')[0]).toMatch(/^1:5 invalid: `b` has no value/);
  });

  test('a key that is set twice is reported with both places', () => {
    const [problem] = decode(parse(new Source('f', 'a = 1\nb = 2\na = 3\n'), 'hcl')).problems;
    expect(problem?.code).toBe('syntax/duplicate-key');
    expect([problem?.at.start, problem?.related?.[0]?.at.start]).toEqual([12, 0]);
    expect(reported('services { a = 1 }\nservices { a = 2 }\n')).toEqual([]);
  });
});

describe('JSON', () => {
  test.each([
    ['{"a": 1,}', '{"a": 1}'],
    ['{"a": 1 "b": [1 2]}', '{"a": 1, "b": [1, 2]}'],
    ['\ufeff{"a": 1}', '{"a": 1}'],
    ['{"a": 1 /* c */}', '{"a": 1 }'],
    ['{a: yes}', '{"a": "yes"}'],
  ])('%j is fixed', (text, corrected) => {
    expect(fixed(text, 'json')).toBe(corrected);
    expect(parse(new Source('f', corrected), 'json').problems).toEqual([]);
  });

  test('all mistakes are reported in one pass', () => {
    const text = '{\n"a": 1,\n"b" 2,\n"c": tru,\n"d": "\\x",\n"e": [1,],\n}';
    expect(reported(text, 'json').map((line) => line.split(' ')[0])).toEqual([
      '3:1',
      '4:6',
      '5:8',
      '6:8',
      '6:10',
    ]);
  });
});

describe('a .hcl file that is JSON', () => {
  const text = '{\n  "ports": {"http": 1}\n  "server": true,\n  "encrypt": "k"\n}\n';

  test('a missing comma: the place, the lost keys by name, a fix that applies', () => {
    const [, lost] = reported(text);
    expect(lost).toMatch(/^3:3 silently-dropped: a comma is missing before this/);
    expect(lost).toContain('`server` and `encrypt`');
    const source = new Source('f', text);
    const fix = parse(source, 'hcl').problems.find(({ code }) => code === 'syntax/silently-dropped')?.fix;
    const corrected = applyChanges([fix!]).texts.get(source)!;
    expect(Object.keys(JSON.parse(corrected))).toEqual(['ports', 'server', 'encrypt']);
    expect(reported(corrected).map((line) => line.split(' ')[1])).toEqual(['json-in-hcl:']);
  });

  test('its fixes end in HCL', () => {
    expect(fixed(text)).toBe('ports {\n  http = 1\n}\n\nserver  = true\nencrypt = "k"\n');
  });

  test.each([
    ['{"a": 1} b', '1:10 silently-dropped'],
    ['{"a": [true, 1]}', '1:8 silently-dropped'],
    ['{"a":}', '1:2 silently-dropped'],
    ['{"a": 1 "b": {"c": 2}}', '1:9 silently-dropped'],
    ['{"a": [[1]], "b": 2}', '1:8 silently-dropped'],
    ['{"a": "\\/"}', '1:9 invalid'],
    ['{"a": "\\ud83d\\ude00"}', '1:7 invalid'],
  ])('%j: %s', (input, expected) => {
    expect(reported(input).some((line) => line.startsWith(expected))).toBe(true);
  });
});

test.each(['a = ;', 'a = [;]', 'a = \n;', 'a : ;b', 'a = 1.;;', 'a = }', 'a = [b;'])(
  'no value without quotes is read where there is none: %j',
  (text) => {
    expect(parse(new Source('f', text), 'hcl').problems.length).toBeGreaterThan(0);
  },
);
