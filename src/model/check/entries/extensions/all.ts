/** Every check of Envoy extensions. */
import type { Check } from '../../check.ts';
import { common } from './common.ts';
import { accessLogging, extAuthz } from './ext-authz.ts';
import { lambda, lua } from './lua.ts';
import { propertyOverride } from './property-override.ts';
import { wasm } from './wasm.ts';

export const extensions: readonly Check[] = [
  common,
  lua,
  lambda,
  wasm,
  extAuthz,
  accessLogging,
  propertyOverride,
];
