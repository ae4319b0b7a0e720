import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Source } from '../../src/text/source/source.ts';
import { allValues, lastValue, parseUnit, wordsOf } from '../../src/text/systemd.ts';

const unit = (text: string) => parseUnit(new Source('consul.service', text));

const sample = unit(`# a comment
[Unit]
Description=Consul \\
# passed over
  agent

[Service]
Type = notify
ExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d \\
  -retry-join "srv 2" -node='db\\s1'
Environment=A=1
Environment=
Environment="B=2 3" C=4
[Install]
WantedBy=multi-user.target`);

describe('a unit file', () => {
  it('has directives with their sections, continuations joined', () => {
    expect(sample.directives.map(({ section, name, value }) => [section, name, value]).slice(0, 3)).toEqual([
      ['Unit', 'Description', 'Consul agent'],
      ['Service', 'Type', 'notify'],
      [
        'Service',
        'ExecStart',
        `/usr/bin/consul agent -config-dir=/etc/consul.d -retry-join "srv 2" -node='db\\s1'`,
      ],
    ]);
    expect(sample.problems).toEqual([]);
  });

  it('knows where keys and values are', () => {
    const type = lastValue([sample], 'Service', 'Type')!;
    expect(type.key.source.text.slice(type.key.start, type.key.end)).toBe('Type');
    expect(type.at.source.text.slice(type.at.start, type.at.end)).toBe('notify');
    expect(type.at.source.position(type.at.start)).toEqual({ line: 8, column: 8 });
  });

  it('forgets a list at an empty assignment, also in a drop-in', () => {
    expect(allValues([sample], 'Service', 'Environment').map(({ value }) => value)).toEqual(['"B=2 3" C=4']);
    const dropIn = unit('[Service]\nExecStart=\nExecStart=/bin/consul agent\n');
    expect(allValues([sample, dropIn], 'Service', 'ExecStart').map(({ value }) => value)).toEqual([
      '/bin/consul agent',
    ]);
  });

  it('splits a command line into words with places', () => {
    const words = wordsOf(lastValue([sample], 'Service', 'ExecStart')!);
    expect(words.map(({ text }) => text)).toEqual([
      '/usr/bin/consul',
      'agent',
      '-config-dir=/etc/consul.d',
      '-retry-join',
      'srv 2',
      '-node=db 1',
    ]);
    expect(words[3]!.at.source.position(words[3]!.at.start)).toEqual({ line: 10, column: 3 });
  });

  it('says what is no unit file', () => {
    expect(unit('Type=notify\n[Service]\nnonsense\n').problems.map(({ message }) => message)).toEqual([
      'this line is before the first [Section]',
      'this line is neither a [Section] nor Key=value',
    ]);
  });

  it('never throws and never points outside the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('[', ']', '=', '\\', '\n', '\r', '"', "'", '#', ' ', 'a', '-') }),
        (text) => {
          for (const directive of unit(text).directives) {
            expect(directive.at.start).toBeLessThanOrEqual(directive.at.end);
            expect(directive.at.end).toBeLessThanOrEqual(text.length);
            for (const word of wordsOf(directive)) expect(word.at.end).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
  });
});
