/** A configuration in a scalar of YAML: findings and fixes are where it is written, in every style. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument, Scalar, stringify } from 'yaml';
import { writtenFile } from '../../src/discovery/started/written-files.ts';
import { inFiles } from '../../src/finding.ts';
import { decode } from '../../src/text/decode.ts';
import { Source } from '../../src/text/source/source.ts';
import type { StringValue } from '../../src/text/tree/value.ts';
import { parseYaml } from '../../src/text/yaml/parse.ts';
import { scalarText } from '../../src/text/yaml/scalar-text.ts';

const styles = [Scalar.QUOTE_SINGLE, Scalar.QUOTE_DOUBLE, Scalar.BLOCK_FOLDED, Scalar.BLOCK_LITERAL] as const;

/** Of the text that is written, without what its style adds. */
const plain = (text: string): string => text.replace(/\\\r?\n\s*|[\\"']/g, '');

test('an unknown key is found exactly, whatever is around it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...styles),
      fc.dictionary(fc.stringMatching(/^node_meta_[a-z]{1,8}$/), fc.stringMatching(/^[\w .:'"\\é-]{0,12}$/), {
        maxKeys: 4,
      }),
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 20, max: 90 }),
      fc.boolean(),
      (style, meta, indent, width, crlf) => {
        const scalar = new Scalar(JSON.stringify({ node_meta: meta, dataDir: '/x' }, undefined, indent));
        scalar.type = style;
        const yaml = stringify({ env: { a: scalar } }, { lineWidth: width }).replaceAll(
          '\n',
          crlf ? '\r\n' : '\n',
        );
        if (typeof parseDocument(yaml).getIn(['env', 'a']) !== 'string') return;
        const source = new Source('docker-compose.yml', yaml);
        const env = decode(parseYaml(source)).value!.members.get('env')!.value;
        const value = (env.kind === 'object' ? env.members.get('a')!.value : env) as StringValue;
        const { file } = writtenFile(scalarText(value), 'json', '1.20');
        const found = file.findings.filter(({ rule }) => rule === 'option/unknown').map(inFiles);
        expect(found.map(({ at }) => plain(yaml.slice(at.start, at.end)))).toEqual(['dataDir']);
        const fixed = found[0]!.fix?.edits ?? [];
        for (const { start, end, source: edited } of fixed)
          expect(plain(edited.text.slice(start, end))).toBe('dataDir');
      },
    ),
    { numRuns: 300 },
  );
});
