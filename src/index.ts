/**
 * `consul-cfg`: configuration of Consul agents from a script, in memory. Nothing here reads a disk or needs Node: the same
 * over files is `consul-cfg/node`.
 */

export type { PlainOption, PlainRule } from './app/plain/explained.ts';
export type { PlainOrigin, PlainValue } from './app/plain/origins.ts';
export type { Level as RuleLevel } from './engine/settings/settings.ts';
export { levels as ruleLevels } from './engine/settings/settings.ts';
export type { Severity } from './finding.ts';
export { rules } from './library/catalog.ts';
export type { CheckOptions } from './library/check.ts';
export { check } from './library/check.ts';
export type { CompareOptions, Comparison } from './library/compare.ts';
export { compare } from './library/compare.ts';
export { concealSecrets } from './library/conceal.ts';
export type { ConvertedText, ConvertOptions } from './library/convert.ts';
export { convert } from './library/convert.ts';
export type { ExplainOptions, Explanation } from './library/explain.ts';
export { explain } from './library/explain.ts';
export type { FixedTexts } from './library/files/fixed-texts.ts';
export type { ReportFormat, ReportOptions } from './library/findings.ts';
export { formatFindings, reportFormats } from './library/findings.ts';
export type { Fixed, FixOptions } from './library/fix.ts';
export { fix } from './library/fix.ts';
export type { FormatOptions, FormattedText } from './library/format.ts';
export { format } from './library/format.ts';
export type { AgentFiles, Files, Input, NodeFiles } from './library/given/input.ts';
export { generateGossipKey } from './library/keygen.ts';
export type { LintOptions } from './library/lint.ts';
export { lint } from './library/lint.ts';
export type { Merged, MergeOptions } from './library/merge.ts';
export { merge } from './library/merge.ts';
export { options } from './library/options.ts';
export { patch } from './library/patch.ts';
export type { PathFailure } from './library/plain/failures.ts';
export { InputError } from './library/plain/failures.ts';
export { manifestProfiles } from './library/profiles.ts';
export type { RenderOptions } from './library/render-cluster.ts';
export { renderCluster } from './library/render-cluster.ts';
export { baselineOf, filterReport, newSince, reportOf } from './library/reports.ts';
export type { AgentView, ClusterView, CustomFinding, CustomRule } from './library/rules/custom-rule.ts';
export { ruleNameProblem } from './library/rules/rule-name.ts';
export type { PlainDecision, Upgraded, UpgradeOptions } from './library/upgrade.ts';
export { upgrade } from './library/upgrade.ts';
export type { ValidateOptions, Verdict } from './library/validate.ts';
export { isAccepted, validate } from './library/validate.ts';
export type { OutFile } from './manifest/file.ts';
export type {
  FederationInput,
  FirewallInput,
  PatroniInput,
  PatroniPostgresqlInput,
  SystemdInput,
  TemplatesInput,
  TlsInput,
} from './manifest/generated/inputs.ts';
export type { Effort } from './model/change/effort.ts';
export type { PlainChange } from './model/change/plain.ts';
export type {
  AgentConfig,
  ClientConfig,
  CommonConfig,
  ConsulRelease,
  OptionValue,
  Removable,
  ServerConfig,
} from './options/agent-config.ts';
export type { ReleaseProblem } from './options/releases/consul-release.ts';
export {
  consulReleases,
  isConsulRelease,
  newestConsulRelease,
  releaseProblem,
} from './options/releases/consul-release.ts';
export { agent, client, server } from './render/builders.ts';
export { cluster } from './render/cluster.ts';
export type { Issue } from './render/config-error.ts';
export { ConsulCfgError } from './render/config-error.ts';
export type {
  AgentInput,
  ClassInput,
  ClientInput,
  CommonInput,
  DatacenterInput,
  EstateInput,
  EstateSpec,
  Extra,
  NodeInput,
  NodesInput,
  ServerInput,
} from './render/inputs.ts';
export { toHcl, toJson } from './render/print.ts';
export type { JsonFinding, JsonPlace, JsonReport } from './report/json.ts';
export type { PassedOverCounts } from './report/report.ts';
export { passedOverText } from './report/report.ts';
export type { RuleId } from './rule-ids.ts';
export type { Preset, Profile } from './rules/presets.ts';
export { presets as rulePresets, profiles as ruleProfiles } from './rules/presets.ts';
