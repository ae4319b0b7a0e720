/** Shapes that several keys have in common. */
import * as z from 'zod';

/** Marks a value whose JSON Schema is the definition `id` of the agent's options. */
export const definition = <T extends z.ZodType>(id: string, shape: T, docs: string): T =>
  shape.describe(docs).meta({ agentOptions: id });

export const openMap = z.record(z.string(), z.unknown());

/** The name of a system account or group. */
export const accountName = (error: string) => z.string().regex(/^[a-z_][a-z0-9_-]{0,30}$/, { error });

/** The name of a datacenter, a scope or a namespace. */
export const plainName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, { error: 'must be a name of letters, digits and . _ -' });
