/** `consul-cfg/node`: the functions of `consul-cfg` over the files of this machine, and those that write. */

export type { Severity } from './finding.ts';
export type { ReportFormat, ReportOptions } from './library/findings.ts';
export { formatFindings } from './library/findings.ts';
export type { PathValidateOptions } from './library/node/agent.ts';
export { check, compare, merge, validate } from './library/node/agent.ts';
export type { ImportedManifest, ImportOptions } from './library/node/import.ts';
export { importHosts } from './library/node/import.ts';
export type { PathFixOptions, PathUpgradeOptions } from './library/node/lint.ts';
export { fix, lint, upgrade } from './library/node/lint.ts';
export type { LoadedManifest, ManifestOptions, RenderPathOptions } from './library/node/manifest.ts';
export { keepGenerated, loadManifest, renderCluster } from './library/node/manifest.ts';
export type { PathLintOptions, PathOptions, Paths } from './library/node/paths.ts';
export type { WatchOptions } from './library/node/watch.ts';
export { watch } from './library/node/watch.ts';
export type { PlannedStep, PlanOptions, TarOptions, WriteOptions, Written } from './library/node/write.ts';
export { isAsRendered, plan, tar, write } from './library/node/write.ts';
export { isAccepted } from './library/validate.ts';
export type { OutFile } from './manifest/file.ts';
export { ConsulCfgError } from './render/refusal.ts';
export { DiskError } from './write/disk/disk.ts';
