/**
 * Turns the shipped schemas into code, at build. The schemas of neighbouring releases differ in a few blocks only, so
 * equal definitions are made one: eleven releases cost little more than two.
 */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import type { Options } from 'tsup';
import { minors } from '../src/options/versions.ts';
import { extraKeywords } from '../src/schema/emit.ts';

/** For tsup: puts the compiled code in the place of `schema/validators.ts`. */
export const compiledSchemas: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'compiled-schemas',
  setup(build) {
    build.onLoad({ filter: /[\\/]schema[\\/]validators\.ts$/ }, async () => {
      const { code } = await build.esbuild.transform(validatorsCode(), { minify: true });
      return { contents: code, loader: 'js' };
    });
  },
};

function validatorsCode(): string {
  const ajv = new Ajv({
    allErrors: true,
    inlineRefs: false,
    messages: false,
    code: { source: true, esm: true },
  });
  ajv.addVocabulary([...extraKeywords]);
  const code = standaloneCode.default(ajv, ajv.compile(sharedSchema()));
  return `${code}
export function validateAgent(minor, data) {
  if (validate({ [minor]: data })) return [];
  return validate.errors.map((error) => ({ ...error, instancePath: error.instancePath.slice(minor.length + 1) }));
}`;
}

interface Definition {
  readonly minor: string;
  readonly name: string;
  readonly body: unknown;
}

/** One schema of an object that holds the data under the name of its release. */
function sharedSchema(): Record<string, unknown> {
  const all = minors.flatMap(definitionsOf);
  const names = sharedNames(all);
  const nameOf = ({ minor, name }: Pick<Definition, 'minor' | 'name'>): string =>
    names.get(`${minor} ${name}`)!;
  return {
    type: 'object',
    properties: Object.fromEntries(
      minors.map((minor) => [minor, { $ref: `#/definitions/${nameOf({ minor, name: 'Agent' })}` }]),
    ),
    definitions: Object.fromEntries(
      all.map((definition) => [nameOf(definition), JSON.parse(withNames(definition, names))]),
    ),
  };
}

function definitionsOf(minor: string): Definition[] {
  const file = new URL(`../schemas/consul-agent-${minor}.schema.json`, import.meta.url);
  const { definitions, ...root } = JSON.parse(readFileSync(file, 'utf8'), dropAnnotation);
  return Object.entries({ Agent: root, ...definitions }).map(([name, body]) => ({ minor, name, body }));
}

const annotations = new Set([
  '$schema',
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
  ...extraKeywords,
]);

/** Options have names of their own, some of them those of keywords; an option's schema is an object, a keyword is not. */
const dropAnnotation = (key: string, value: unknown): unknown =>
  annotations.has(key) && (typeof value !== 'object' || Array.isArray(value)) ? undefined : value;

/**
 * Names under which equal definitions coincide. Two are equal when their texts are, with the names of what they refer
 * to put in; those change while classes are split, until a round splits none.
 */
function sharedNames(all: readonly Definition[]): ReadonlyMap<string, string> {
  let names: ReadonlyMap<string, string> = new Map(all.map(({ minor, name }) => [`${minor} ${name}`, name]));
  for (;;) {
    const next = splitByText(all, names);
    if (new Set(next.values()).size === new Set(names.values()).size) return next;
    names = next;
  }
}

function splitByText(
  all: readonly Definition[],
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const classes = new Map<string, string>();
  const next = new Map<string, string>();
  for (const definition of all) {
    const text = `${definition.name} ${withNames(definition, names)}`;
    const shared = classes.get(text) ?? `${definition.name}-${definition.minor}`;
    classes.set(text, shared);
    next.set(`${definition.minor} ${definition.name}`, shared);
  }
  return next;
}

const withNames = ({ minor, body }: Definition, names: ReadonlyMap<string, string>): string =>
  JSON.stringify(body).replace(/"#\/definitions\/([^"/]+)/g, (_, name: string) => {
    return `"#/definitions/${names.get(`${minor} ${name}`)}`;
  });
