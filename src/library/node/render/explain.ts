/** Every value of the nodes of a manifest, and where it comes from. */
import { isError } from '../../../finding.ts';
import type { NodeSpec } from '../../../manifest/node.ts';
import { isReference } from '../../../manifest/secrets/references.ts';
import { shownConfig } from '../../../manifest/secrets/shown-secrets.ts';
import type { JsonReport } from '../../../report/json.ts';
import { atPlace } from '../../../report/report.ts';
import { withoutSecretsOf } from '../../../secrets/run/hide.ts';
import { isHidden } from '../../../secrets/values.ts';
import { toPlain, type Value } from '../../../text/tree/value.ts';
import { findingsError } from '../../plain/failures.ts';
import { type ManifestOptions, type Manifests, renderManifests, reportOf } from './manifest.ts';

export interface ExplainedValue {
  readonly path: string;
  /** Absent for a secret. */
  readonly value?: unknown;
  /** Where a secret comes from, such as `(secret: env NAME)`. */
  readonly secret?: string;
  /** The place in the manifest, `file:line:column`, or the sentence by which it is derived. */
  readonly from: string;
}

export interface ExplainedNode {
  readonly name: string;
  readonly role: 'server' | 'client';
  readonly datacenter: string;
  /** The release that it runs. */
  readonly consul: string;
  /** Without secrets. */
  readonly values: readonly ExplainedValue[];
}

/**
 * The nodes of a manifest with every value, as `render --explain` shows one. What lint reports does not stop it.
 *
 * @throws InputError where the manifest cannot be understood
 */
export async function explainNodes(
  manifests: Manifests,
  options: ManifestOptions = {},
): Promise<{ readonly nodes: readonly ExplainedNode[]; readonly report: JsonReport }> {
  const caller = 'explainNodes()';
  const { estate, findings } = await renderManifests(caller, manifests, options);
  const report = reportOf(findings);
  if (!estate) throw findingsError(caller, findings.filter(isError), report);
  return { nodes: estate.nodes.map(explained), report };
}

const explained = ({ at, name, role, datacenter, version, config, reasons }: NodeSpec): ExplainedNode => ({
  role,
  ...withoutSecretsOf(at.source, { name, datacenter }),
  consul: version,
  values: leaves(shownConfig(config), '').map(({ path, value }) => ({
    path,
    ...(isReference(value) || isHidden(value) ? { secret: value.value } : { value: toPlain(value) }),
    from: reasons.get(path) ?? atPlace(value),
  })),
});

interface Leaf {
  readonly path: string;
  readonly value: Value;
}

/** Lists are shown whole. */
function leaves(value: Value, path: string): Leaf[] {
  if (value.kind !== 'object' || value.members.size === 0) return [{ path, value }];
  return [...value.members.values()].flatMap((member) =>
    leaves(member.value, path === '' ? member.name : `${path}.${member.name}`),
  );
}
