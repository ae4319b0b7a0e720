/** Which refused texts are nearly values of an option, and which are in the place of one. */
import { expect, test } from 'vitest';
import { isNearGrammar } from '../../src/engine/certainty/near-grammar.ts';
import { findOption } from '../../src/options/lookup.ts';
import { isScalar } from '../../src/options/visit.ts';

const texts: readonly (readonly [option: string, near: readonly string[], far: readonly string[]])[] = [
  [
    'bind_addr',
    [
      '10.0.0.300',
      '10.0.0.1:8301',
      '10.0.0.0/24',
      'eth0',
      'srv1.example.com',
      '{{ GetPrivateIPs | bogus }}',
      '',
    ],
    ['consul-server', 'the address', '<ip>', '{{ .Address }}', 'NODE', '$(hostname)'],
  ],
  ['client_addr', ['10.0.0.1, 127.0.0.1', 'http://10.0.0.1'], ['server one', '{{ item.ip }}']],
  ['retry_interval', ['30', '10sec', '1 hour', '30.5x', 'never'], ['soon', '<time>', '{{ retry }}']],
  ['ports.http', ['8500/tcp', '8,500', '-1'], ['http_port', '<port>', '{{ port }}']],
  ['server', ['yes', 'True', 'on'], ['is_server', '{{ server }}', 'maybe this one']],
  ['log_level', ['verbose', 'DEBUG1', 'extra'], ['log level', '<level>', 'LOG_LEVEL']],
  ['acl.down_policy', ['extend_cache', 'permit'], ['the_policy', '@policy@']],
  [
    'encrypt',
    ['pUqJrVyVRj5jsiYEkM/tFQ==x', 'c0ffee00c0ffee00c0ffee'],
    ['secret', 'my-gossip-encryption-key1', '<key>'],
  ],
  ['datacenter', ['us.east', 'dc 1'], ['<dc>', 'name of the datacenter']],
];

test.each(texts)('%s', (option, near, far) => {
  const kind = findOption(option)!.kind;
  if (!isScalar(kind)) throw new Error(`${option} is not a single value`);
  expect(near.filter((text) => !isNearGrammar(kind, text))).toEqual([]);
  expect(far.filter((text) => isNearGrammar(kind, text))).toEqual([]);
});
