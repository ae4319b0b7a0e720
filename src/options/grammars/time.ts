/** Times and sizes. */
import type { ScalarKind } from '../kinds.ts';

const units = ['ns', 'us', 'µs', 'μs', 'ms', 's', 'm', 'h'];

/**
 * What Go's `time.ParseDuration` takes: no blanks, no days, no unit-less number but 0. Its range (about 292 years) is
 * the one thing that a pattern cannot say.
 */
export const duration: ScalarKind = {
  shape: 'string',
  name: 'duration',
  wants: 'a Go duration such as "30s", "1h30m" or "250ms"',
  pattern: new RegExp(`^[+-]?(?:0|(?:(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:${units.join('|')}))+)$`, 'u'),
  examples: ['30s', '5m', '72h'],
  refusedBy: 'validate',
};

/** A duration that only its late reader parses, so that a bad one passes `consul validate`. */
export const lateDuration: ScalarKind = { ...duration, refusedBy: 'none' };

export const byteSize: ScalarKind = {
  shape: 'int',
  name: 'bytes',
  wants: 'a whole number of bytes',
  unit: 'bytes',
};

export const unsignedBytes: ScalarKind = {
  shape: 'uint',
  name: 'bytes',
  wants: 'a whole number of bytes, not negative',
  min: 0,
  refusedBy: 'validate',
  unit: 'bytes',
};

export const seconds: ScalarKind = {
  shape: 'uint',
  name: 'seconds',
  wants: 'a whole number of seconds, not negative',
  min: 0,
  refusedBy: 'validate',
  unit: 'seconds',
};

/** A point in time as RFC 3339 writes it; only what Consul's own controllers fill in. */
export const timestamp: ScalarKind = {
  shape: 'string',
  name: 'timestamp',
  wants: 'a time such as "2006-01-02T15:04:05Z"',
  pattern: /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:Z|[+-][0-9]{2}:[0-9]{2})$/u,
  refusedBy: 'validate',
};
