/** Texts that nobody writes: each is read in a time that grows with its length, and none throws. */
import { expect, test } from 'vitest';
import { kinds } from '../../src/sources/registry.ts';
import { readShell } from '../../src/sources/shell/reader.ts';
import { Source } from '../../src/text/source/source.ts';

const size = 30_000;
const filledWith = (part: string): string => part.repeat(Math.ceil(size / part.length));
const lines = (line: (i: number) => string): string =>
  Array.from({ length: 1500 }, (_, i) => line(i)).join('\n');

const texts: Readonly<Record<string, string>> = {
  'commands that never end': filledWith('$('),
  'variables that never end': filledWith('${'),
  backticks: filledWith('` '),
  'double quotes': filledWith('"$(a " '),
  'single quotes': filledWith("'a "),
  'heredocs that never end': filledWith('cat > /etc/consul.d/a.hcl <<EOF\n'),
  'heredocs with other ends': lines((i) => `cat > /etc/consul.d/a.hcl <<E${i}`),
  'heredocs of one command': filledWith('<<A '),
  parentheses: filledWith('('),
  groups: filledWith('{ '),
  'groups that end': `${filledWith('{ ')}${filledWith('; }')}`,
  branches: filledWith('if a; then '),
  cases: filledWith('case a in '),
  patterns: `case a in ${filledWith('b) c ;; ')}`,
  'lines that go on': filledWith('\\\n'),
  'appended lines': lines((i) => `echo 'node_name = "${i}"' >> /etc/consul.d/a.hcl`),
  'many files': lines((i) => `echo 'server = true' > /etc/consul.d/${i}.hcl`),
  'many agents': lines(() => 'consul agent -config-dir=/etc/consul.d'),
  'a variable of variables': `${lines((i) => `A${i}="$A${i - 1}$A${i - 1}"`)}\nconsul agent -node=$A1499`,
  pipes: `echo a ${filledWith('| cat ')} > /etc/consul.d/a.hcl`,
  'scripts in scripts': filledWith('sh -c "'),
  sudo: filledWith('sudo '),
  redirections: filledWith('> /etc/consul.d/a.hcl '),
  docker: `docker run ${filledWith('-e A=b ')}consul agent`,
  'holes in a line': `cat > /etc/consul.d/a.hcl <<EOF\na = ${filledWith('$A')}\nEOF`,
  directives: filledWith('%{ if a }'),
  binary: filledWith('\u0000consul agent\u0001\ufffd'),
};

test.each(
  Object.entries({
    comments: `${filledWith('# consul agent -dev\n\n  \n')}x <<`,
    'comments that are indented': `${filledWith(' \n \t# consul\n')}x <<`,
    blanks: `consul <<${filledWith(' \n')}`,
  }),
)('whether a file is a script: %s', (_name, text) => {
  const start = performance.now();
  for (const { mayHold } of kinds) mayHold(text);
  expect(performance.now() - start).toBeLessThan(300);
});

const files = { read: () => undefined, stat: () => 'missing' as const };

test.each(Object.entries(texts))(
  '%s',
  (_name, text) => {
    for (const name of ['a.sh', 'user-data.tpl', 'Vagrantfile', 'main.tf', 'Dockerfile', 'user-data']) {
      const start = performance.now();
      const whole =
        name === 'user-data' ? `#cloud-config\nruncmd:\n - |\n${text.replace(/^/gm, '  ')}` : text;
      readShell(
        new Source(name, name === 'Dockerfile' ? `FROM consul\nRUN ${text}\nCMD agent` : whole),
        files,
      );
      expect(performance.now() - start, name).toBeLessThan(3000);
    }
  },
  20_000,
);
