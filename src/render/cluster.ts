/** An estate from a script: the manifest as data, and its files in memory. */

import { type Finding, isError } from '../finding.ts';
import { expand } from '../manifest/expand.ts';
import type { Library } from '../manifest/extend.ts';
import type { OutFile } from '../manifest/file.ts';
import { loadJsonManifest } from '../manifest/load.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { NodeSpec } from '../manifest/node.ts';
import type { ConsulRelease } from '../options/releases/consul-release.ts';
import type { Source } from '../text/source/source.ts';
import { memberPath } from '../util/text.ts';
import { checkedOptions } from './builders.ts';
import type { Issue } from './config-error.ts';
import { estateFiles } from './estate.ts';
import type { EstateInput, EstateSpec, LayerInput } from './inputs.ts';
import { copyObject, isObject, type PlainObject } from './plain.ts';
import { sourceOf } from './plain-value.ts';
import { issuesOf, refuse, refuseIssues } from './refusal.ts';
import { withUserFiles } from './templates/files.ts';
import { loadTemplates } from './templates/load.ts';
import { unsetSecrets } from './unset-secrets.ts';

/**
 * Checks an estate: names, types, single values, and the shape of all the rest. What depends on several values is
 * the business of `lint` and `renderCluster`.
 *
 * @throws ConsulCfgError with everything that is wrong, each with the property of the object that was given
 */
export function cluster<Release extends ConsulRelease, Options = LayerInput<Release>>(
  input: EstateInput<Release, NoInfer<Options>>,
): EstateSpec {
  const caller = 'cluster()';
  const { plain, issues } = checkedManifest(caller, copyObject(caller, input));
  const { findings, source } = load(caller, plain);
  refuseIssues(caller, [
    ...unsetSecrets(input),
    ...issues,
    ...issuesOf(findings, source).filter(isNew(issues)),
  ]);
  return plain as unknown as EstateSpec;
}

/** One place is named once: the check of the options says more than the shape of the manifest. */
const isNew =
  (known: readonly Issue[]) =>
  ({ property }: Issue): boolean =>
    !known.some((issue) => issue.property === property);

/** An estate with its nodes, before its files are rendered. */
export interface ExpandedEstate {
  readonly manifest: Manifest;
  readonly nodes: readonly NodeSpec[];
  /** The estate as the JSON in which findings have their places. */
  readonly source: Source;
}

/** An estate as far as it can be understood, and what is wrong with it. */
export interface ReadEstate {
  /** Undefined where there is an error. */
  readonly expanded: ExpandedEstate | undefined;
  readonly findings: readonly Finding[];
  readonly source: Source;
}

/** @throws TypeError for what is not plain data */
export function readEstate(caller: string, estate: EstateSpec, name = caller): ReadEstate {
  const { manifest, findings, source } = load(name, copyObject(caller, estate));
  if (!manifest || findings.some(isError)) return { expanded: undefined, findings, source };
  const { nodes, findings: ofNodes } = expand(manifest);
  const all = [...findings, ...ofNodes];
  return { expanded: all.some(isError) ? undefined : { manifest, nodes, source }, findings: all, source };
}

/** An estate with its files in memory. */
export interface RenderedEstate extends ExpandedEstate {
  readonly files: readonly OutFile[];
}

/**
 * All that `render` writes for an estate, before it is linted.
 *
 * @param library opens the templates that the estate names
 * @throws ConsulCfgError with everything that is wrong, in a template too
 */
export function buildEstate(caller: string, estate: EstateSpec, library: Library): RenderedEstate {
  const { expanded, findings, source } = readEstate(caller, estate);
  refuseIssues(caller, [...unsetSecrets(estate), ...issuesOf(findings, source)]);
  const { nodes, manifest } = expanded!;
  const files = estateFiles(nodes, manifest);
  if (nodes.every(({ templates }) => templates.size === 0)) return { ...expanded!, files };
  const loaded = loadTemplates(nodes, library);
  const rendered = withUserFiles(nodes, files, loaded.fill);
  refuse(caller, [...loaded.findings, ...rendered.findings], source);
  return { ...expanded!, files: rendered.files };
}

function load(name: string, plain: PlainObject) {
  const source = sourceOf(name, plain);
  return { ...loadJsonManifest(source, { literals: true }), source };
}

/** The manifest with its options checked, and `extra` laid over them wherever it holds options of an agent. */
function checkedManifest(caller: string, given: PlainObject) {
  const issues: Issue[] = [];
  const options: Check = (value, path) => {
    if (!isObject(value)) return value;
    const checked = checkedOptions(caller, value, path);
    issues.push(...checked.issues);
    return checked.config;
  };
  return { plain: manifestCheck(options)(given, '') as PlainObject, issues };
}

type Check = (value: unknown, path: string) => unknown;

/** Checks each member by its name, or all in the same way. */
const members =
  (checkOf: (name: string) => Check | undefined): Check =>
  (value, path) => {
    if (!isObject(value)) return value;
    const entries = Object.entries(value).map(([name, inner]) => {
      const check = checkOf(name);
      return [name, check ? check(inner, memberPath(path, name)) : inner];
    });
    return Object.fromEntries(entries);
  };

const each = (check: Check): Check => members(() => check);
const named = (checks: ReadonlyMap<string, Check>): Check => members((name) => checks.get(name));

function manifestCheck(options: Check): Check {
  const withConfig = each(named(new Map([['config', options]])));
  const group: readonly (readonly [string, Check])[] = [
    ['config', options],
    ['server_config', options],
    ['client_config', options],
    ['servers', withConfig],
    ['clients', withConfig],
  ];
  return named(new Map([...group, ['classes', withConfig], ['datacenters', each(named(new Map(group)))]]));
}
