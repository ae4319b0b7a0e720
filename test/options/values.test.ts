/** Grammars against what was measured: which bad values `consul validate` refuses, and which it lets through. */
import { expect, test } from 'vitest';
import { validateValue } from '../../src/options/check.ts';
import type { Kind, ScalarKind } from '../../src/options/kinds.ts';
import { type Found, findOption } from '../../src/options/lookup.ts';
import { toValue } from '../schema/support/values.ts';
import { agentFacts, entryFacts, type Fact } from './support/facts.ts';

interface Tried {
  readonly path: string;
  readonly value: unknown;
  readonly refused: boolean;
  readonly kind: ScalarKind;
}

const isScalar = (kind: Kind): kind is ScalarKind =>
  ['string', 'int', 'uint', 'float', 'bool'].includes(kind.shape);

const tried: readonly Tried[] = [
  ...agentFacts.flatMap((row) => triedOn(row, findOption(row.path))),
  ...entryFacts
    .filter(({ path }) => !/^[a-z-]+\.Kind$/.test(path))
    .flatMap((row) => triedOn(row, findOption(`config_entries.bootstrap[].${row.path}`))),
];

function triedOn(row: Fact, found: Found | undefined): Tried[] {
  const { path, badValueTried: value, badValueRejectedByValidate: rejected } = row;
  const kind = found?.kind;
  if (value === undefined || rejected === undefined || !kind || !isScalar(kind)) return [];
  const refused = typeof rejected === 'boolean' ? rejected : rejected['1.23'];
  return [{ path, value, refused, kind }];
}

const fits = ({ kind, value }: Tried): boolean => validateValue(toValue(value), kind, '1.23').length === 0;

/** Refused for what other options say, or by a grammar that no pattern can hold: the business of agent rules. */
const byRule = [
  /failures_before_warning$/,
  /^alt_domain$/,
  /^(performance\.grpc_keepalive_|server_rejoin_age_max)/,
  /^ui_config\.metrics_provider_options_json$/,
  /(retry_join|start_join)(_wan)?\[\]$|^primary_gateways\[\]$|^auto_config\.server_addresses\[\]$/,
  /^cache\.entry_fetch_rate$/,
  /\.(ConnectTimeout|RequestTimeout)$/,
  /\.(Hostnames\[\]|Hosts\[\]|Hostname|Addresses\[\])$/,
  /\.(DefaultSubset|Weight|Filter|JSONFormat)$/,
  /^(exported-services\.Name|api-gateway\.Listeners\[\]\.Name)$/,
  /^bound-api-gateway\.Services/,
  /\.Path\.Value$/,
  /\.Datacenters\[\]$/,
];

test('what validate refuses, the grammar refuses and says so', () => {
  const refused = tried.filter((row) => row.refused && !byRule.some((pattern) => pattern.test(row.path)));
  expect(refused.length).toBeGreaterThan(150);
  const wrong = refused.filter((row) => fits(row) || (row.kind.refusedBy ?? 'validate') === 'none');
  expect(wrong.map(({ path, value }) => [path, value])).toEqual([]);
});

test('what validate lets through, the grammar does not blame on validate', () => {
  const passed = tried.filter((row) => !row.refused && !fits(row));
  const wrong = passed.filter(({ kind }) => (kind.refusedBy ?? 'validate') === 'validate');
  expect(wrong.map(({ path, value }) => [path, value])).toEqual([]);
});
