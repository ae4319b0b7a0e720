/** Lists of one in free-form maps: an agent must read the same from HCL as from JSON (measured with 1.16, 1.20 and 1.23). */
import { describe, expect, it } from 'vitest';
import { convert } from '../../src/app/convert/convert.ts';
import { differences, readAs } from '../../src/app/convert/proof.ts';
import { wrapFree } from '../../src/options/wrap-free.ts';
import { decode } from '../../src/text/decode.ts';
import { parse } from '../../src/text/parse.ts';
import { toHcl } from '../../src/text/print.ts';
import { Source } from '../../src/text/source/source.ts';

const watch = (header: unknown): unknown => ({
  watches: [
    {
      type: 'services',
      handler_type: 'http',
      http_handler_config: { path: 'http://127.0.0.1:1/x', header },
    },
    { type: 'nodes', args: ['/bin/true'] },
  ],
});

const proxy = (config: unknown): unknown => ({
  services: [{ name: 'web', connect: { sidecar_service: { proxy: { config } } } }],
});

const cases: Readonly<Record<string, unknown>> = {
  'a header with one value': watch({ 'X-A': ['b'] }),
  'headers with one value and with two': watch({ 'X-A': ['b'], 'X-C': ['d', 'e'] }),
  'a list right in the map': proxy({ one: ['a'] }),
  'lists below an object': proxy({ deep: { two: ['b'], three: [{ four: ['c'] }], five: ['d', 'e'] } }),
  'lists in a list of several': proxy({ six: [{ seven: ['x'] }, { eight: 1 }] }),
  'objects in lists below an object': proxy({ deep: { six: [{ seven: ['x'] }, { eight: [[1]] }] } }),
  'no list': proxy({ deep: { deeper: { value: 'a' } } }),
  'an entry': {
    config_entries: { bootstrap: [{ kind: 'proxy-defaults', name: 'global', config: { a: { b: ['c'] } } }] },
  },
  'several maps of a kind': {
    telemetry: { prefix_filter: ['+a'] },
    node_meta: { a: 'b' },
    retry_join: ['10.0.0.1'],
  },
};

const json = (value: unknown): Source => new Source('a.json', JSON.stringify(value));

describe('lists of one in free-form maps', () => {
  it.each(Object.entries(cases))('%s', (_name, value) => {
    const source = json(value);
    const { value: root } = decode(parse(source, 'json'));
    const hcl = toHcl(wrapFree(root!));
    const [before, after] = [readAs(source, 'json', '1.20'), readAs(new Source('a.hcl', hcl), 'hcl', '1.20')];
    expect(before.faults).toEqual([]);
    expect(after.refusal).toBeUndefined();
    expect(differences(before, after)).toEqual([]);
  });

  it('are written in lists by convert, and only where they must be', async () => {
    const converted = await convert({
      source: json({ ...(watch({ 'X-A': ['b'] }) as object), ...(proxy({ one: ['a'] }) as object) }),
      from: 'json',
      to: 'hcl',
      version: '1.20',
    });
    const text = 'text' in converted ? converted.text.replace(/\s+/g, ' ') : '';
    expect(text).toContain('X-A = [ ["b"], ]');
    expect(text).toContain('args = ["/bin/true"]');
    expect(text).toContain('one = ["a"]');
  });

  it('leaves what has none as it is', () => {
    const { value } = decode(parse(json(cases['no list']), 'json'));
    expect(toHcl(wrapFree(value!))).toBe(toHcl(value!));
    const { value: other } = decode(parse(json(cases['several maps of a kind']), 'json'));
    expect(wrapFree(other!)).toBe(other);
  });
});
