/** The shipped schemas as other programs read them. */
import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Minor } from '../../../src/options/releases/versions.ts';
import { extraKeywords } from '../../../src/schema/emit.ts';

/** Whether a configuration, or a fragment of one, fits the schema of a release. */
export function fitsSchema(minor: Minor, data: unknown): boolean {
  const validate = compiled.get(minor) ?? compile(minor);
  return validate(data);
}

const compiled = new Map<Minor, ValidateFunction>();

function compile(minor: Minor): ValidateFunction {
  const ajv = new Ajv({ inlineRefs: false });
  ajv.addVocabulary([...extraKeywords]);
  const file = new URL(`../../../schemas/consul-agent-${minor}.schema.json`, import.meta.url);
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
  compiled.set(minor, validate);
  return validate;
}
