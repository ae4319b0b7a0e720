/**
 * The table as zod schemas, for scripts. Blocks are objects that are built when they are first used, once for each
 * release, so that importing costs nothing and parsing only what it needs. No transforms: what goes in comes out.
 */
import * as z from 'zod';
import type { BlockKind, Kind, ScalarKind } from '../options/kinds.ts';
import type { Option } from '../options/option.ts';
import { grammarIn, isOpen, keysIn, type Target } from '../options/releases/release-keys.ts';
import { suggest } from '../options/suggest/suggest.ts';
import { type NumberKind, visitKind } from '../options/visit.ts';
import { annotations } from './annotations.ts';
import { variantOf } from './zod-variant.ts';

/**
 * The schema of a kind in one release; undefined means all releases together. `name` is that of the option, for
 * messages.
 */
export const zodOf = (kind: Kind, target: Target, name: string): z.ZodType =>
  visitKind<z.ZodType>(kind, {
    any: () => z.unknown(),
    list: ({ of }) => z.array(zodOf(of, target, name), { error: `${name} must be a list` }),
    map: ({ of }) => z.record(z.string(), zodOf(of, target, name), { error: `${name} must be an object` }),
    block: (block) => blockOf(block, target),
    variant: (variant) => variantOf(variant, target, blockOf),
    string: (kind) => stringSchema(kind, target, mustBe(name, kind)),
    bool: (kind) => z.boolean({ error: mustBe(name, kind) }),
    number: (kind) => numberSchema(kind, mustBe(name, kind)),
  });

const mustBe = (name: string, { wants }: ScalarKind): string => `${name} must be ${wants}`;

function numberSchema({ shape, min, max }: NumberKind, error: string): z.ZodType {
  const number = z.number({ error });
  const whole = shape === 'float' ? number : number.refine(Number.isInteger, { error, abort: true });
  const above = min === undefined ? whole : whole.min(min, { error });
  const bounded = max === undefined ? above : above.max(max, { error });
  if (shape === 'float') return bounded;
  // zod's own integers are those that a double holds exactly; an agent takes any that fits into 64 bits.
  bounded._zod.processJSONSchema = (_context, json) => {
    const bounds = { ...(min !== undefined && { minimum: min }), ...(max !== undefined && { maximum: max }) };
    Object.assign(json, { type: 'integer', ...bounds });
  };
  return bounded;
}

function stringSchema(kind: ScalarKind, target: Target, error: string): z.ZodType {
  const grammar = grammarIn(kind, target);
  if (!grammar) return z.string({ error });
  const { words, pattern } = grammar;
  const matching =
    pattern === undefined ? undefined : z.string({ error }).regex(new RegExp(pattern, 'u'), { error });
  if (matching) z.globalRegistry.add(matching, { patternErrorMessage: `Must be ${kind.wants}.` });
  const listed = words && z.enum(words, { error });
  if (matching && listed) return z.union([listed, matching], { error });
  return matching ?? listed ?? z.string({ error });
}

/** By id: blocks of one name have the same options, here as in the JSON Schemas. */
const blocks = new Map<string, z.ZodObject>();

/** `tags` are members that the caller has checked. */
function blockOf(kind: BlockKind, target: Target, tags: readonly string[] = []): z.ZodObject {
  const id = idOf(kind.name, target);
  const known = blocks.get(id);
  if (known) return known;
  const schema = freshBlock(kind, target, tags);
  blocks.set(id, schema);
  z.globalRegistry.add(schema, { id });
  return schema;
}

/** The name of its definition in a JSON Schema, which is another for each release. */
export const idOf = (name: string, target: Target): string =>
  target === undefined ? name : `${name}-${target}`;

/** Another schema of a block each time, without an id. */
export function freshBlock(kind: BlockKind, target: Target, tags: readonly string[] = []): z.ZodObject {
  const shape: Record<string, z.ZodType> = {};
  for (const tag of tags) shape[tag] = z.unknown().optional();
  const section = kind.section();
  for (const [key, option] of keysIn(kind, target)) {
    // zod reads a getter when the object is first used, which lets blocks contain themselves.
    Object.defineProperty(shape, key, {
      enumerable: true,
      get: () => member(key, option, target, section[key] !== option),
    });
  }
  const error = blockError(kind, target);
  return isOpen(kind) ? z.looseObject(shape, { error }) : z.strictObject(shape, { error });
}

function member(key: string, option: Option, target: Target, isAlias: boolean): z.ZodType {
  const schema = zodOf(option.kind, target, key).optional();
  z.globalRegistry.add(schema, { ...annotations(option, target), ...(isAlias && { doNotSuggest: true }) });
  return schema;
}

const blockError =
  (kind: BlockKind, target: Target): z.core.$ZodErrorMap =>
  (issue) =>
    issue.code === 'unrecognized_keys'
      ? unknownKeys(kind, issue.keys, target)
      : `${kind.name} must be an object`;

function unknownKeys({ name, section }: BlockKind, keys: readonly string[], version: Target): string {
  const parts = keys.map((key) => {
    const use = suggest(section(), key, { version })?.use;
    return use === undefined || use === key ? key : `${key} (did you mean ${use}?)`;
  });
  return `${name} has no option ${parts.join(', ')}`;
}
