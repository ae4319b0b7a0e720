/** Random configurations: mostly what should be written, with mistakes mixed in. */

import fc from 'fast-check';
import { agentBlock } from '../../../src/options/agent.ts';
import type { BlockKind, Kind, ScalarKind, VariantKind } from '../../../src/options/kinds.ts';
import { tagKeys } from '../../../src/options/releases/release-keys.ts';
import { visitKind } from '../../../src/options/visit.ts';

/** Strings that some grammar takes and others do not, or that only just miss one. */
const strings = [
  ...[
    '',
    ' ',
    'x',
    'TRUE',
    '0',
    '-1',
    '5',
    'global',
    'global.',
    '*',
    '/',
    '//',
    '/ui/',
    '/api/v1/query',
    '+a',
    '-a',
    'a b',
  ],
  ...['0s', '1h30m', '1d', '300', '-5m', '.5s', '5.s', '1.5h', '1h 30m', '5µs', '5μs', '+0', '1S'],
  ...[
    '10.0.0.1',
    '010.0.0.1',
    '256.0.0.1',
    '10.0.0.1 10.0.0.2',
    '10.0.0.1,10.0.0.2',
    ' 10.0.0.1\n',
    '0.0.0.0',
  ],
  ...[
    '::',
    '::1',
    'fe80::1%eth0',
    '[::]',
    '[::1]',
    '1:2:3:4:5:6:7:8',
    '1:2:3:4:5:6:7::',
    '::ffff:10.0.0.1',
    ':::',
    '1::2::3',
  ],
  ...[
    '{{ GetPrivateIP }}',
    '{{',
    'unix:///run/x.sock',
    'unix://',
    'UNIX:///x',
    '10.0.0.0/8',
    '10.0.0.0/33',
    '::/0',
    '2000::/3',
  ],
  ...[
    '240.0.0.0/4',
    '240.0.0.0/31',
    'dc1',
    'DC_1',
    'dc 1',
    '8f246b77-f3e1-ff88-5b48-8ec93abf3e05',
    '8f246b77f3e1ff88',
  ],
  ...[
    'cg8StVXbQJ0gPvMd9o7yrg==',
    'cg8StVXbQJ0gPvMd9o7yrg',
    '0660',
    '0989',
    'http://x',
    'HTTPS://x',
    'ftp://x',
    '1.1.1.1:53',
    '[::1]:53',
  ],
  ...[
    'provider=aws tag_key=a tag_value="b c"',
    'provider=nope',
    'tag_key=a',
    'host:8301',
    'a=b provider=gce',
  ],
  ...[
    'TLSv1_2',
    'tls12',
    'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
    'TLS_RSA_WITH_AES_128_GCM_SHA256',
    'info',
    'Info',
    'INFO',
    'wal',
    'default',
  ],
  ...['eyJrIjoxfQ==', 'eyJ', 'constructor', '\u2028', '😀'],
];
const numbers = [0, 1, -1, 1.5, 3, 10, 11, 100, 101, 8500, 65535, 65536, 4294967296, 1e30, -1e-9];

const scalars = fc.oneof(
  fc.constantFrom<unknown>(...strings),
  fc.constantFrom<unknown>(...numbers),
  fc.constantFrom<unknown>(true, false, null),
);
const junk = fc.oneof(
  { weight: 4, arbitrary: scalars },
  fc.array(scalars, { maxLength: 2 }),
  fc.dictionary(fc.constantFrom('', 'kind', 'name', 'x-y', 'toString', 'hasOwnProperty'), scalars, {
    maxKeys: 2,
  }),
);
const junkKeys = ['', 'retry-join', 'Ports', 'toString', 'constructor', 'name', 'Kind', '$schema'];

/** Fragments of a configuration. */
export const configs: fc.Arbitrary<unknown> = blockValue(agentBlock, 4);

function anyValue(kind: Kind, depth: number): fc.Arbitrary<unknown> {
  const wanted = wantedOf(kind, depth);
  return fc.oneof({ weight: 14, arbitrary: wanted }, { weight: 1, arbitrary: junk });
}

const wantedOf = (kind: Kind, depth: number): fc.Arbitrary<unknown> =>
  visitKind<fc.Arbitrary<unknown>>(kind, {
    any: () => junk,
    list: ({ of }) => fc.array(anyValue(of, depth), { maxLength: 2 }),
    map: ({ of }) =>
      fc.dictionary(fc.constantFrom('a', 'b-c', '', 'toString'), anyValue(of, depth), { maxKeys: 2 }),
    block: (block) => (depth === 0 ? fc.constant({}) : blockValue(block, depth - 1)),
    variant: (variant) => variantValue(variant, depth),
    bool: () => fc.boolean(),
    string: (string) => fc.constantFrom(...strings, ...wordsOf(string)),
    number: ({ min, max }) =>
      fc.constantFrom(...numbers, ...[min, max].filter((bound) => bound !== undefined)),
  });

/** What the kind names, several times, so that most values are good ones. */
const wordsOf = ({ values = [], examples = [] }: ScalarKind): string[] => {
  const words = [...values, ...values.map((word) => word.toLowerCase()), ...examples.map(String)];
  return words.length === 0 ? [] : Array.from({ length: 100 }, (_, index) => words[index % words.length]!);
};

/** Made when it is drawn, since blocks contain themselves. */
function blockValue(kind: BlockKind, depth: number): fc.Arbitrary<unknown> {
  const section = kind.section();
  const spellings = Object.entries(section).flatMap(([name, option]) => [name, ...(option.aliases ?? [])]);
  const optionOf = (key: string) =>
    section[key] ?? Object.values(section).find((option) => option.aliases?.includes(key));
  const known = spellings.length === 0 ? junkKeys : spellings;
  const key = fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...known) },
    { weight: 1, arbitrary: fc.constantFrom(...junkKeys) },
  );
  return fc.uniqueArray(key, { maxLength: 5 }).chain((keys) => {
    const members = keys.map((name) => {
      const option = Object.hasOwn(section, name) || !junkKeys.includes(name) ? optionOf(name) : undefined;
      return [name, option ? anyValue(option.kind, depth) : junk] as const;
    });
    return fc.record(Object.fromEntries(members));
  });
}

function variantValue(kind: VariantKind, depth: number): fc.Arbitrary<unknown> {
  return fc
    .constantFrom(...Object.entries(kind.variants))
    .chain(([name, { block }]) =>
      fc
        .tuple(fc.constantFrom(...tagKeys(kind), 'none'), blockValue(block, depth))
        .map(([tag, rest]) => ({ [tag]: name, ...(rest as object) })),
    );
}
