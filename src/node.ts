/** `consul-cfg/node`: the functions of `consul-cfg` over the files of this machine, and those that write. */

export type { ImportedNode } from './app/import.ts';
export type { Observer } from './app/lint/session.ts';
export { repositoryAbove as repositoryRoot } from './files/inside.ts';
export type { Severity } from './finding.ts';
export type { ReportFormat, ReportOptions } from './library/findings.ts';
export { formatFindings } from './library/findings.ts';
export type { FormatChoice } from './library/node/agent/agent.ts';
export { compare, merge } from './library/node/agent/agent.ts';
export { check } from './library/node/agent/check.ts';
export type { EstateComparison, NodeComparison } from './library/node/agent/compare.ts';
export { compareHosts } from './library/node/agent/compare.ts';
export type { AgentVerdict, PathValidateOptions, PathVerdict } from './library/node/agent/validate.ts';
export { assumedHostAddresses, validate, validateEach } from './library/node/agent/validate.ts';
export { readBaseline } from './library/node/baseline.ts';
export type { AccessOptions } from './library/node/doctor/access.ts';
export type { DoctorOptions, DoctorReport } from './library/node/doctor/doctor.ts';
export { doctor } from './library/node/doctor/doctor.ts';
export type { LanguageServerOptions } from './library/node/language-server.ts';
export { serveLanguageServer } from './library/node/language-server.ts';
export type { PathFixOptions } from './library/node/lint/fix.ts';
export { fix } from './library/node/lint/fix.ts';
export type { Grouping } from './library/node/lint/grouping.ts';
export { explainGrouping } from './library/node/lint/grouping.ts';
export { lint } from './library/node/lint/lint.ts';
export type { PathUpgradeOptions } from './library/node/lint/upgrade.ts';
export { upgrade } from './library/node/lint/upgrade.ts';
export type { PathLintOptions, PathOptions, Paths } from './library/node/paths.ts';
export { madeBefore, trackedSecrets } from './library/node/render/clone.ts';
export type { ExplainedNode, ExplainedValue } from './library/node/render/explain.ts';
export { explainNodes } from './library/node/render/explain.ts';
export type { ImportedManifest, ImportedSecret, ImportOptions } from './library/node/render/import.ts';
export { importHosts, SeveralClustersError, UnknownReleaseError } from './library/node/render/import.ts';
export type {
  LoadedManifest,
  ManifestOptions,
  Manifests,
  ManifestText,
} from './library/node/render/manifest.ts';
export { keepGenerated, loadManifest, targetNames, usualOut } from './library/node/render/manifest.ts';
export type { PlannedStep, PlanOptions } from './library/node/render/plan.ts';
export { isAsRendered, plan, planDiff } from './library/node/render/plan.ts';
export type { RenderPathOptions } from './library/node/render/render-cluster.ts';
export { renderCluster } from './library/node/render/render-cluster.ts';
export type { PlannedRollOut, RollOutOptions } from './library/node/render/roll-out.ts';
export { rollOut } from './library/node/render/roll-out.ts';
export type { TarOptions } from './library/node/render/tar.ts';
export { nodeFiles, tar } from './library/node/render/tar.ts';
export type { WriteInStepsOptions, WriteOptions, Written } from './library/node/render/write.ts';
export { write, writeInSteps } from './library/node/render/write.ts';
export { writeFixed } from './library/node/rewrite.ts';
export type { OverwriteOptions, SaveOptions } from './library/node/save.ts';
export { overwrite, save } from './library/node/save.ts';
export type { FormatFilesOptions, FormattedFile } from './library/node/texts.ts';
export { convertFile, formatFiles } from './library/node/texts.ts';
export type { WatchOptions, Work } from './library/node/watch.ts';
export { watch } from './library/node/watch.ts';
export type { PathFailure } from './library/plain/failures.ts';
export { InputError } from './library/plain/failures.ts';
export { isAccepted } from './library/validate.ts';
export type { OutFile } from './manifest/file.ts';
export { ConsulCfgError } from './render/config-error.ts';
export type { TargetName } from './render/targets/targets.ts';
export { rollOutPage } from './report/html/roll-out.ts';
export { alike as alikeNodes } from './subjects/roll-out/alike.ts';
export type { RollOut, RollOutFile, RollOutNode, RollOutStep } from './subjects/roll-out/roll-out.ts';
export type { UnitChange } from './subjects/unit/compare.ts';
export { DiskError } from './write/disk/disk.ts';
