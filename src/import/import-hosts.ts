/** From hosts to the manifest that renders them back, and what it cannot say. */

import { type Finding, isError, tidy } from '../finding.ts';
import { expand } from '../manifest/expand.ts';
import { loadManifest } from '../manifest/load.ts';
import type { NodeSpec } from '../manifest/node.ts';
import type { Node } from '../subjects/subjects.ts';
import { Source } from '../text/source/source.ts';
import { nowhere, type Value } from '../text/tree/value.ts';
import { groupBy } from '../util/collections.ts';
import { type Draft, withNodes } from './draft.ts';
import { differences, expandDraft, fitDraft } from './fit.ts';
import { flagFindings } from './flags.ts';
import { hostsOf, type ImportedOptions, withConfig } from './hosts.ts';
import { leavesOf, type Path, pathOf, shownPath } from './leaves.ts';
import { lift } from './lift.ts';
import { printDraft } from './print.ts';
import { protectedHosts } from './protected.ts';
import { type Kept, referring } from './secrets.ts';
import { type Frame, skeletons } from './skeleton.ts';
import { serviceOf } from './units.ts';

export interface Imported {
  readonly text: string;
  readonly secrets: readonly Kept[];
  /** With an error the text is not usable. */
  readonly findings: readonly Finding[];
}

/** @param nodes whose files could all be read */
export function importHosts(nodes: readonly Node[], frame: Frame): Imported {
  const { hosts: found, findings } = hostsOf(nodes);
  if (findings.some(isError)) return { text: '', secrets: [], findings };
  const references = referring(found.map(({ name, node }) => ({ name, config: node.config.resolved })));
  const own = found.map((host, i) => withConfig(host, references.configs[i]!));
  const { hosts, replaced } = frame.protects ? protectedHosts(own) : { hosts: own, replaced: [] };
  const candidates = skeletons(hosts, frame).map((bare) => {
    const draft = withServices(fitDraft(bare, hosts), hosts);
    const lifted = checkDraft(lift(draft), hosts);
    return lifted.missing === 0 ? lifted : checkDraft(draft, hosts);
  });
  const [best] = candidates.sort((a, b) => a.missing - b.missing || a.text.length - b.text.length);
  return {
    text: best!.text,
    secrets: references.kept,
    findings: tidy([
      ...findings,
      ...references.findings,
      ...alike(replaced),
      ...best!.findings,
      ...alike(unitFindings(hosts, best!.draft)),
    ]),
  };
}

interface Candidate {
  readonly draft: Draft;
  readonly text: string;
  /** How many values come out as something else. */
  readonly missing: number;
  readonly findings: readonly Finding[];
}

/** The text is loaded again as `render` will load it, so that what is promised has been seen. */
function checkDraft(draft: Draft, hosts: readonly ImportedOptions[]): Candidate {
  const text = printDraft(draft, headOf(draft, hosts.length));
  const { manifest, findings: refused } = loadManifest(new Source('cluster.yaml', text));
  const { nodes, findings } = manifest ? expand(manifest) : { nodes: [], findings: [] };
  const lost = [...differences(nodes, hosts)].flatMap(([name, leaves]) =>
    [...leaves].map(([path, { value }]) => notKept(hosts.find((host) => host.name === name)!, path, value)),
  );
  const all = [
    ...refused,
    ...lost,
    ...hosts.flatMap(beyondNumbers),
    ...findings.map((finding) => refusedAt(finding, nodes, hosts)),
  ];
  return { draft, text, missing: refused.length + lost.length, findings: all };
}

/** A number out of bounds is read by an agent as one that a file cannot express. */
const beyondNumbers = (host: ImportedOptions): Finding[] =>
  [...host.effective].flatMap(([path, { value }]) =>
    value.kind === 'number' && Math.abs(value.value) > Number.MAX_SAFE_INTEGER
      ? notKept(host, path, value)
      : [],
  );

const notKept = ({ name, at }: ImportedOptions, path: Path, value: Value): Finding => ({
  rule: 'import/not-kept',
  severity: 'warning',
  message: `a manifest cannot give ${name} this ${shownPath(path)}; \`render --explain ${name}\` shows what it has instead`,
  at: value.source === nowhere.source ? at : value,
  path: shownPath(path),
});

/** What `render` refuses, at the place where the host has it. */
function refusedAt(finding: Finding, nodes: readonly NodeSpec[], hosts: readonly ImportedOptions[]): Finding {
  const path = finding.path === undefined ? undefined : pathOf(finding.path.split('.'));
  const holder = nodes.find(
    ({ config }) => path !== undefined && leavesOf(config).get(path)?.value === finding.at,
  );
  const host = hosts.find(
    ({ name, effective }) => name === holder?.name && path !== undefined && effective.has(path),
  );
  return {
    ...finding,
    rule: 'import/refused',
    severity: 'warning',
    message: `render refuses this until it is changed in the manifest: ${finding.message}`,
    at: host ? host.effective.get(path!)!.value : finding.at,
  };
}

function headOf(draft: Draft, hosts: number): string[] {
  const what = hosts === 1 ? 'What the host has' : `What ${hosts} hosts have in common, and what differs`;
  return [
    `${what}; everything else is derived.`,
    ...(takesAway(draft)
      ? ['null: what would be derived, and these hosts do not have; take such a line away to get it.']
      : []),
  ];
}

function takesAway({ config, classes, datacenters }: Draft): boolean {
  const parts = [config, ...datacenters.map((datacenter) => datacenter.config)].flatMap((roles) => [
    roles.common,
    roles.server,
    roles.client,
  ]);
  const nodes = datacenters.flatMap((datacenter) => datacenter.nodes.map((node) => node.config));
  return [...parts, ...classes.values(), ...nodes].some((leaves) =>
    [...leaves.values()].some(({ value }) => value.kind === 'null'),
  );
}

function withServices(draft: Draft, hosts: readonly ImportedOptions[]): Draft {
  const specs = new Map(expandDraft(draft).map((spec) => [spec.name, spec]));
  const services = new Map(
    hosts.flatMap(({ name, node }) => {
      const spec = specs.get(name);
      return spec ? [[name, serviceOf(node, spec).service] as const] : [];
    }),
  );
  return withNodes(draft, (node) => {
    const service = services.get(node.name) ?? {};
    return Object.keys(service).length === 0 ? node : { ...node, systemd: { ...node.systemd, service } };
  });
}

function unitFindings(hosts: readonly ImportedOptions[], draft: Draft): Finding[] {
  const specs = new Map(expandDraft(draft).map((spec) => [spec.name, spec]));
  return hosts.flatMap(({ name, node }) => {
    const spec = specs.get(name);
    return [...flagFindings(node), ...(spec ? serviceOf(node, spec).findings : [])];
  });
}

/** The same finding on several hosts is reported once. */
function alike(findings: readonly Finding[]): Finding[] {
  return [...groupBy(findings, ({ message }) => message).values()].map(([first, ...more]) =>
    more.length === 0
      ? first!
      : { ...first!, message: `${first!.message} (and the same in ${more.length} more)` },
  );
}
