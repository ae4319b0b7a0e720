/** The simple commands of a shell's command line. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shellCommands } from '../../src/text/shell.ts';

const words = (text: string) => shellCommands(text).map((command) => command.map((word) => word.text));

test.each([
  ['exec consul agent -x=1', [['exec', 'consul', 'agent', '-x=1']]],
  [
    '. /etc/default/consul; consul agent $OPTS',
    [
      ['.', '/etc/default/consul'],
      ['consul', 'agent', '$OPTS'],
    ],
  ],
  [
    'cd /x && a "b c" \'d e\' f\\ g',
    [
      ['cd', '/x'],
      ['a', 'b c', 'd e', 'f g'],
    ],
  ],
  ['a -b >> /var/log/x.log 2>&1', [['a', '-b']]],
  [
    'a < in > out b | tee log &',
    [
      ['a', 'b'],
      ['tee', 'log'],
    ],
  ],
  ['kill -HUP $(pidof consul)', [['kill', '-HUP', '$(pidof consul)']]],
  [
    'consul agent -bind=$(hostname -i) -node "$(hostname | cut -d "." -f 1)" -x=${A:-b c} `id -un`; b',
    [
      [
        'consul',
        'agent',
        '-bind=$(hostname -i)',
        '-node',
        '$(hostname | cut -d "." -f 1)',
        '-x=${A:-b c}',
        '`id -un`',
      ],
      ['b'],
    ],
  ],
  ['a $(b $(c d) e) f', [['a', '$(b $(c d) e)', 'f']]],
])('%s', (text, expected) => {
  expect(words(text)).toEqual(expected);
});

test('words have the place of their text, and no text hangs or throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab \'"\\;&|<>()$\n2') }), (text) => {
      for (const { start, end } of shellCommands(text).flat()) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
