/** Whether a file has values of the official chart (hashicorp/consul-k8s, `charts/consul`), and where in it they are. */
import { inFile } from '../../text/source/embedded.ts';
import { type Span, spanOf } from '../../text/source/source.ts';
import { memberOf } from '../../text/tree/read.ts';
import type { ObjectValue, Value } from '../../text/tree/value.ts';

/** What this chart has and others do not. */
const own = [
  'connectInject',
  'syncCatalog',
  'meshGateway',
  'global.gossipEncryption',
  'global.acls.manageSystemACLs',
  'global.bootstrapACLs',
  'global.federation',
  'global.enableConsulNamespaces',
  'global.imageK8S',
  'global.imageK8s',
  'server.bootstrapExpect',
  'server.connect',
] as const;

/** What others may have too. */
const common = [
  'global.name',
  'global.datacenter',
  'global.tls',
  'server.replicas',
  'server.extraConfig',
  'client.extraConfig',
  'client.grpc',
  'ui',
  'dns',
] as const;

/** The values themselves, or those below the name of the chart in the values of a chart that depends on it. */
export function chartValuesIn(root: ObjectValue | undefined): Value | undefined {
  return [root, memberOf(root, 'consul')].find((values) => values && isOfChart(values));
}

function isOfChart(values: Value): boolean {
  const has = (path: string): boolean => valueAt(values, path) !== undefined;
  const certain = own.filter(has).length;
  const all = certain + common.filter(has).length;
  return (has('server') || has('client')) && certain > 0 && all >= 3;
}

/** In the file that people edit, also where the values are a text in it. */
export const placeOf = (value: Span): Span => inFile(spanOf(value));

export const valueAt = (values: Value | undefined, path: string): Value | undefined =>
  path.split('.').reduce((value, name) => memberOf(value, name), values);
