/** Lists that say the same in different words never differ; one that says something else always does. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lintFiles } from '../support/lab.ts';

interface Shape {
  readonly servers: number;
  /** How each entry of each list is written. */
  readonly words: readonly (readonly number[])[];
  /** Which lists name the node itself. */
  readonly self: readonly boolean[];
  readonly writesAddress: boolean;
}

const shapes: fc.Arbitrary<Shape> = fc.integer({ min: 3, max: 7 }).chain((servers) =>
  fc.record({
    servers: fc.constant(servers),
    words: fc.array(fc.array(fc.nat(5), { minLength: servers, maxLength: servers }), {
      minLength: servers,
      maxLength: servers,
    }),
    self: fc.array(fc.boolean(), { minLength: servers, maxLength: servers }),
    writesAddress: fc.boolean(),
  }),
);

/** Names and addresses of one server, with and without the port. Addresses are no help where they stand nowhere. */
function entry(server: number, word: number, writesAddress: boolean): string {
  const name = `srv${server}`;
  const words = [
    name,
    `${name}:8301`,
    `${name}.example.com`,
    name.toUpperCase(),
    `10.0.0.${server}`,
    `10.0.0.${server}:8301`,
  ];
  return words[writesAddress ? word : word % 4]!;
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

function filesOf(
  { servers, words, self, writesAddress }: Shape,
  changed?: { server: number; list: readonly string[] },
) {
  return Object.fromEntries(
    numbers(servers).map((server) => {
      const others = numbers(servers).filter((other) => other !== server || self[server - 1]);
      const own = others.map((other) => entry(other, words[server - 1]![other - 1]!, writesAddress));
      const list = changed?.server === server ? changed.list : own;
      const address = writesAddress ? `bind_addr = "10.0.0.${server}"\n` : '';
      const text = `data_dir = "/var/lib/consul"\n${address}server = true\nbootstrap_expect = ${servers}\nretry_join = ${JSON.stringify(list)}\n`;
      return [`srv${server}/consul.hcl`, text];
    }),
  );
}

const mismatched = (files: Readonly<Record<string, string>>) =>
  lintFiles(files).filter(({ rule }) => rule === 'join/mismatched-lists');

it('is silent on lists that are the others, whichever way they are written', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      expect(mismatched(filesOf(shape))).toEqual([]);
    }),
  );
});

it('names the one list that differs, what it lacks and what it has', () => {
  fc.assert(
    fc.property(shapes, fc.nat(), (shape, pick) => {
      const server = (pick % shape.servers) + 1;
      const others = numbers(shape.servers).filter((other) => other !== server);
      const list = [...others.slice(1).map((other) => `srv${other}`), 'stranger'];
      const [finding, ...more] = mismatched(filesOf(shape, { server, list }));
      expect(more).toEqual([]);
      expect(finding?.at.source.file).toBe(`srv${server}/consul.hcl`);
      expect(finding?.message).toContain(`lacks srv${others[0]} and has stranger`);
      expect(finding?.related?.[0]?.at.source.file).not.toBe(finding?.at.source.file);
    }),
  );
});

it('is silent where servers write no address down and list each other by address', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 7 }), fc.boolean(), (servers, withSelf) => {
      const files = Object.fromEntries(
        numbers(servers).map((server) => {
          const list = numbers(servers).filter((other) => withSelf || other !== server);
          const text = `data_dir = "/x"\nserver = true\nretry_join = ${JSON.stringify(list.map((other) => `10.0.0.${other}`))}\n`;
          return [`srv${server}/consul.hcl`, text];
        }),
      );
      expect(mismatched(files)).toEqual([]);
    }),
  );
});
