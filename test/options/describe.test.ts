/** What a person reads of the type of an option, in the editor and in `explain`. */
import { expect, test } from 'vitest';
import { typeText } from '../../src/options/describe.ts';
import { findOption } from '../../src/options/lookup.ts';

test.each([
  ['ports', 'block Ports'],
  ['services[].checks', 'list: each block Check'],
  ['node_meta', 'map: each value'],
  ['config_entries.bootstrap', 'list: each block, by its kind'],
])('%s is a %s', (path, text) => {
  expect(typeText(findOption(path)!.option.kind)).toContain(text);
});
