/**
 * The shipped schemas at work. This module compiles them with ajv when it is first asked; in the published command it
 * is replaced by the code that ajv made of the same files at build (scripts/compile-schemas.ts), so that neither ajv
 * nor the schemas are loaded there.
 */
import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Minor } from '../options/versions.ts';
import { extraKeywords } from './emit.ts';

/** What does not fit: where, as a JSON pointer, and by which keyword. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
}

/** Checks a configuration, or a fragment of one, against the schema of a release. Empty: it fits. */
export function validateAgent(minor: Minor, data: unknown): readonly SchemaError[] {
  const validate = compiled.get(minor) ?? compile(minor);
  return validate(data) ? [] : (validate.errors ?? []);
}

const compiled = new Map<Minor, ValidateFunction>();

function compile(minor: Minor): ValidateFunction {
  const ajv = new Ajv({ allErrors: true, inlineRefs: false });
  ajv.addVocabulary([...extraKeywords]);
  const file = new URL(`../../schemas/consul-agent-${minor}.schema.json`, import.meta.url);
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
  compiled.set(minor, validate);
  return validate;
}
