/** Values with their origins, as plain data. Those that apply come without secrets; those that they replace are masked here. */
import { builtIn } from '../../model/resolve/defaults.ts';
import type { Origin } from '../../model/resolve/origins.ts';
import { placeAt } from '../../secrets/place.ts';
import { isHidden, withoutSecrets } from '../../secrets/values.ts';
import { toPlain, type Value } from '../../text/tree/value.ts';

/** A value, and the line that sets it. */
export interface PlainValue {
  /** Absent for a secret. */
  readonly value?: unknown;
  readonly secret?: true;
  /** The default of the release: no file sets it. */
  readonly default?: true;
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
}

export interface PlainOrigin extends PlainValue {
  readonly path: string;
  /** Values of earlier files that it replaces, oldest first. */
  readonly insteadOf?: readonly PlainValue[];
}

export const plainOrigins = (origins: readonly Origin[]): readonly PlainOrigin[] =>
  origins.map(({ path, value, lost }) => ({
    path,
    ...plainValue(value),
    ...(lost.length > 0 && { insteadOf: lost.map((earlier) => plainValue(masked(path, earlier))) }),
  }));

export const masked = (path: string, value: Value): Value => withoutSecrets(value, placeAt(path));

function plainValue(value: Value): PlainValue {
  const { source, start } = value;
  return {
    ...(isHidden(value) ? { secret: true as const } : { value: toPlain(value) }),
    ...(source === builtIn
      ? { default: true as const }
      : { file: source.file, line: source.position(start).line }),
  };
}
