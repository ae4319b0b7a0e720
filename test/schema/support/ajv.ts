/** The shipped schemas, and those that zod makes, as other programs read them. */
import { readFileSync } from 'node:fs';
import { Ajv, type AnySchema, type ValidateFunction } from 'ajv';
import * as z from 'zod';
import type { Minor } from '../../../src/options/releases/versions.ts';
import { extraKeywords } from '../../../src/schema/emit.ts';
import { agentSchema } from '../../../src/schemas.ts';

/** Whether a configuration, or a fragment of one, fits the schema of a release. */
export const fitsSchema = (minor: Minor, data: unknown): boolean => compiled('shipped', minor, shipped)(data);

/** The same of the schema that `z.toJSONSchema` makes. */
export const fitsSchemaOfZod = (minor: Minor, data: unknown): boolean => compiled('zod', minor, ofZod)(data);

function shipped(minor: Minor): AnySchema {
  const file = new URL(`../../../schemas/consul-agent-${minor}.schema.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

const ofZod = (minor: Minor): AnySchema => z.toJSONSchema(agentSchema(minor), { target: 'draft-07' });

const validators = new Map<string, ValidateFunction>();

function compiled(name: string, minor: Minor, schemaOf: (minor: Minor) => AnySchema): ValidateFunction {
  const known = validators.get(`${name} ${minor}`);
  if (known) return known;
  const ajv = new Ajv({ inlineRefs: false });
  ajv.addVocabulary([...extraKeywords]);
  const validate = ajv.compile(schemaOf(minor));
  validators.set(`${name} ${minor}`, validate);
  return validate;
}
