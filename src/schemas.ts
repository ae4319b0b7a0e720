/**
 * Schemas of an agent's configuration, of the manifest and of the settings: `consul-cfg/schemas`. They accept what one
 * should write. Schemas are built at their first use and kept.
 */

export { editorSchema as manifestModeline } from './manifest/editor-schema.ts';
export type { ProfileName } from './manifest/keys/profile/schema.ts';
export { profileNames } from './manifest/keys/profile/schema.ts';
export type {
  AgentConfig,
  ClientConfig,
  CommonConfig,
  ConsulRelease,
  OptionValue,
  Removable,
  ServerConfig,
} from './options/agent-config.ts';
export type * from './options/generated/agent-config.ts';
export { isConsulRelease } from './options/releases/consul-release.ts';
export { agentSchema, optionSchema } from './schema/agent.ts';
export type { JsonSchema } from './schema/json-schema.ts';
export { agentJsonSchema } from './schema/json-schema.ts';
export { manifestJsonSchema, manifestSchema } from './schema/manifest.ts';
export type { SchemaOf, SectionSchema, ShapeOf } from './schema/schema-of.ts';
export type { SettingsInput } from './schema/settings.ts';
export { settingsJsonSchema, settingsSchema } from './schema/settings.ts';
