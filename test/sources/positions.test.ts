/** Places in scripts: what is cut out of the file at a finding is what the finding is about, however it is written there. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { discover } from '../../src/discovery/discover.ts';
import { lint } from '../../src/engine/lint.ts';
import { defaultSettings } from '../../src/engine/settings/settings.ts';
import { readerOf } from '../support/lab.ts';

function findingsIn(name: string, text: string): readonly { readonly rule: string; readonly cut: string }[] {
  const { estates } = discover(['.'], readerOf({ [name]: text }));
  return lint(estates, defaultSettings).map(({ rule, at }) => {
    expect(at.source.file).toBe(name);
    return { rule, cut: at.source.text.slice(at.start, at.end) };
  });
}

interface Content {
  /** Lines before the one with the fault. */
  readonly before: readonly string[];
  readonly key: string;
  readonly value: string;
}

const hcl = ({ before, key, value }: Content): string[] => [
  ...before,
  `${key} = "${value}"`,
  'server = true',
];
const json = ({ key, value }: Content, quote: string): string =>
  `{${quote}data_dir${quote}: ${quote}/x${quote}, ${quote}server${quote}: true, ${quote}${key}${quote}: ${quote}${value}${quote}}`;

interface Style {
  readonly file: string;
  readonly script: (content: Content) => readonly string[];
  /** As the key is written. */
  readonly written?: (key: string) => string;
}

const heredoc =
  (open: string, close = 'EOF', indent = ''): Style['script'] =>
  (content) => [open, ...hcl(content).map((line) => `${indent}${line}`), close];

const styles: Readonly<Record<string, Style>> = {
  unquoted: { file: 'a.sh', script: heredoc('cat > /etc/consul.d/a.hcl <<EOF') },
  quoted: { file: 'a.sh', script: heredoc("sudo tee /etc/consul.d/a.hcl > /dev/null <<'EOF'") },
  tabs: { file: 'a.sh', script: heredoc('cat <<-"END" > /etc/consul.d/a.hcl', '\tEND', '\t\t') },
  piped: { file: 'a.sh', script: heredoc('cat <<EOF | sudo tee -a /etc/consul.d/a.hcl', 'EOF') },
  group: {
    file: 'a.sh',
    script: (content) => ['(', ...heredoc('cat <<\\EOF')(content), ') | tee /etc/consul.d/a.hcl'],
  },
  branch: {
    file: 'a.sh',
    script: (content) => ['if x; then', ...heredoc('cat >/etc/consul.d/a.hcl <<EOF')(content), 'fi'],
  },
  template: { file: 'a.sh.tftpl', script: heredoc("cat > /etc/consul.d/a.hcl <<'EOF'") },
  vagrant: {
    file: 'Vagrantfile',
    script: (content) => ['$s = <<-S', ...heredoc('cat > /etc/consul.d/a.hcl <<EOF')(content), 'S'],
  },
  terraform: {
    file: 'a.tf',
    script: (content) => [
      'x = <<-S',
      ...heredoc('cat > /etc/consul.d/a.hcl <<EOF')(content).map((line) => `    ${line}`),
      '  S',
    ],
  },
  cloud: {
    file: 'user-data.yaml',
    script: (content) => [
      '#cloud-config',
      'write_files:',
      '  - path: /etc/consul.d/a.hcl',
      '    content: |',
      ...hcl(content).map((line) => `      ${line}`),
    ],
  },
  single: {
    file: 'a.sh',
    script: (content) => [`echo '${json(content, '"')}' > /etc/consul.d/a.json`],
    written: (key) => `"${key}"`,
  },
  double: {
    file: 'a.sh',
    script: (content) => [`echo "${json(content, '\\"')}" | tee /etc/consul.d/a.json`],
    written: (key) => `\\"${key}\\"`,
  },
  joined: {
    file: 'a.sh',
    script: (content) => [
      `printf "%s" "${json(content, '\\"').replace(', ', ', \\\n ')}" > /etc/consul.d/a.json`,
    ],
    written: (key) => `\\"${key}\\"`,
  },
  docker: {
    file: 'a.sh',
    script: (content) => [
      `docker run -e CONSUL_LOCAL_CONFIG='${json(content, '"')}' hashicorp/consul agent -server`,
    ],
    written: (key) => `"${key}"`,
  },
};

/** What stands in front: texts with other numbers of characters than they have in the file, and variables. */
const before = fc.array(
  fc.constantFrom(
    'datacenter = "dc1"',
    'node_name = "$NAME"',
    'log_level = "$(level "x")"',
    '# é 😀',
    '',
    'ports { dns = $(port) }',
  ),
  { maxLength: 4 },
);

test.each(Object.entries(styles))('an option is found where it is written: %s', (_name, style) => {
  fc.assert(
    fc.property(
      before,
      fc.stringMatching(/^zz[a-z]{2,9}$/),
      fc.stringMatching(/^[\w é]{0,9}$/),
      fc.boolean(),
      (lines, key, value, crlf) => {
        const content = { before: ['data_dir = "/x"', ...new Set(lines)], key, value };
        const text = `${style.script(content).join('\n')}\n`.replaceAll('\n', crlf ? '\r\n' : '\n');
        const unknown = findingsIn(style.file, text).filter(({ rule }) => rule === 'option/unknown');
        expect(unknown.map(({ cut }) => cut)).toEqual([style.written?.(key) ?? key]);
      },
    ),
    { numRuns: 20 },
  );
});

const wrappers = fc.constantFrom(
  '',
  'nohup ',
  'sudo -u consul ',
  'exec ',
  'A=b env X=1 ',
  'docker exec one ',
  'if x; then ',
  '( ',
);
const quotes = fc.constantFrom<readonly [string, string]>(['', ''], ['"', '"'], ["'", "'"]);

test('a flag is found where it is written', () => {
  fc.assert(
    fc.property(
      wrappers,
      quotes,
      fc.constantFrom(' ', ' \\\n  ', '   '),
      fc.boolean(),
      fc.stringMatching(/^-zz[a-z]{2,9}$/),
      (wrapper, [open, close], blank, crlf, flag) => {
        const words = ['consul', 'agent', '-node="$X"', '-server', `${open}${flag}${close}`, '-ui'];
        const text = `#!/bin/sh\n${wrapper}${words.join(blank)} > /dev/null 2>&1 &\n`.replaceAll(
          '\n',
          crlf ? '\r\n' : '\n',
        );
        const found = findingsIn('a.sh', text).filter(({ rule }) => rule === 'unit/flags');
        expect(found.map(({ cut }) => cut)).toEqual([flag]);
      },
    ),
    { numRuns: 100 },
  );
});
