/**
 * The schema's verdict on a file as findings. The table gives it, which says where and what to write and costs a hundredth
 * of loading the schema; tests hold the shipped schemas to the same verdict.
 */

import type { Finding } from '../finding.ts';
import { agentBlock } from '../options/agent.ts';
import { type SchemaError, validateValue } from '../options/check.ts';
import type { Kind, ScalarKind } from '../options/kinds.ts';
import { wantsIn } from '../options/releases/release-keys.ts';
import { defaultVersion, minorOf } from '../options/releases/versions.ts';
import { suggest } from '../options/suggest/suggest.ts';
import { visitKind } from '../options/visit.ts';
import { spanOf } from '../text/source/source.ts';
import type { ObjectValue } from '../text/tree/value.ts';
import { normalizeValue } from './normalize.ts';

/**
 * What the schema of a release finds in a file, whole configuration or fragment. `value` is the file as the agent
 * decodes it; what the decoder refused is not in it, and is not found again.
 */
export function schemaFindings(value: ObjectValue, version: string): readonly Finding[] {
  const minor = minorOf(version) ?? defaultVersion;
  return validateValue(normalizeValue(value, agentBlock), agentBlock, minor).map((error) =>
    findingOf(error, minor),
  );
}

const rules = { unknown: 'option/unknown', type: 'option/type', value: 'option/value' } as const;

function findingOf(error: SchemaError, minor: string): Finding {
  const { code, path, at, kind } = error;
  return {
    rule: rules[code],
    severity: isHarmless(error) ? 'warning' : 'error',
    message:
      code === 'unknown'
        ? unknownText(path, kind, minor)
        : `${path} must be ${wantsText(kind, minor)}; ${outcome(error)}`,
    at: spanOf(at),
    path,
  };
}

const isHarmless = ({ kind }: SchemaError): boolean => 'refusedBy' in kind && kind.refusedBy === 'none';

function unknownText(path: string, kind: Kind, version: string): string {
  const key = path.slice(path.lastIndexOf('.') + 1);
  const use = kind.shape === 'block' ? suggest(kind.section(), key, { version })?.use : undefined;
  const advice = use ? `. Did you mean ${use}?` : '';
  return `Consul has no option ${path}; ${kind.shape === 'block' && kind.free ? outcomes.start : 'the agent refuses it'}${advice}`;
}

const wantsText = (kind: Kind, minor: string): string =>
  visitKind(kind, {
    list: () => 'a list',
    map: () => 'a map of keys and values',
    block: () => 'one block',
    any: () => 'one block',
    variant: ({ variants }) => `one of ${Object.keys(variants).join(', ')}`,
    scalar: (scalar) => wantsIn(scalar, minor),
  });

const outcomes: Record<NonNullable<ScalarKind['refusedBy']>, string> = {
  validate: 'the agent refuses anything else',
  start: '`consul validate` passes it, but the agent does not start',
  none: 'the agent accepts it, and it has no effect or fails later',
};

function outcome({ kind, at }: SchemaError): string {
  if (!('refusedBy' in kind)) return outcomes.validate;
  const text = 'kind' in at && at.kind === 'string' ? at.value.replace(/[\r\n]/g, '') : '';
  return kind.validated?.test(text) === false ? outcomes.validate : outcomes[kind.refusedBy ?? 'validate'];
}
