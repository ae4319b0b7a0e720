/** Which values of a node are not known yet. */
import { expect, test } from 'vitest';
import { discover } from '../../src/discovery/discover.ts';
import { unknownOptions } from '../../src/subjects/agent/placeholders.ts';
import { readerOf } from '../support/lab.ts';

const unknownIn = (text: string): readonly string[] => {
  const [estate] = discover(
    ['.'],
    readerOf({ 'a/consul.hcl': `data_dir = "/var/lib/consul"\n${text}` }),
  ).estates;
  return [...unknownOptions(estate!.nodes[0]!)].sort();
};

test.each([
  ['datacenter = "{{ dc }}"', ['datacenter']],
  ['retry_join = ["10.0.0.1", "@PEER@"]', ['retry_join']],
  ['ports { http = "{{ port }}" }', ['ports.http']],
  ['datacenter = "dc1"', []],
  // Words in capitals may be meant as they are written.
  ['datacenter = "DATACENTER"', []],
  ['node_name = "NODE_NAME"', []],
])('%s', (text, options) => {
  expect(unknownIn(text)).toEqual(options);
});
