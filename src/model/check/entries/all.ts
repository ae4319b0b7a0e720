/** Every check of config entries; one file each for what belongs together. */
import type { Check } from '../check.ts';
import { certificates } from './certificates.ts';
import { common } from './common.ts';
import { decoding } from './decoding.ts';
import { discovery } from './discovery.ts';
import { exports } from './exports.ts';
import { extensions } from './extensions/all.ts';
import { gateways } from './gateways.ts';
import { ingress } from './ingress.ts';
import { intentions } from './intentions.ts';
import { jwtProvider } from './jwt-provider.ts';
import { resolver } from './resolver.ts';
import { routes } from './routes.ts';
import { defaults } from './service-defaults.ts';
import { values } from './values.ts';

export const entryChecks: readonly Check[] = [
  ...decoding,
  ...values,
  ...common,
  ...defaults,
  ...discovery,
  ...resolver,
  ...ingress,
  ...gateways,
  ...certificates,
  ...routes,
  ...exports,
  ...intentions,
  ...jwtProvider,
  ...extensions,
];
