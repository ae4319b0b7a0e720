/** Every check of an agent, in the order in which they are told of. Those of config entries are loaded when needed. */
import { addressLists } from './address-lists.ts';
import { addresses } from './addresses.ts';
import { advertised } from './advertise.ts';
import { autoConfig } from './auto-config.ts';
import { autoConfigAuthorization } from './auto-config-authorization.ts';
import { ca } from './ca.ts';
import type { Check } from './check.ts';
import { checks } from './checks.ts';
import { connect } from './connect.ts';
import { durations } from './durations.ts';
import { encryption } from './encryption.ts';
import { former } from './former.ts';
import { identity } from './identity.ts';
import { limits } from './limits.ts';
import { listeners } from './listeners.ts';
import { ports } from './ports.ts';
import { proxies } from './proxies.ts';
import { quorum } from './quorum.ts';
import { server } from './server.ts';
import { services } from './services.ts';
import { addressTemplates } from './templates.ts';
import { tls } from './tls.ts';
import { ui } from './ui.ts';

export const agentChecks: readonly Check[] = [
  ...ports,
  ...addresses,
  ...advertised,
  ...addressLists,
  ...addressTemplates,
  ...listeners,
  ...identity,
  ...server,
  ...encryption,
  ...limits,
  ...durations,
  ...ui,
  ...tls,
  ...connect,
  ...autoConfig,
  ...autoConfigAuthorization,
  ...ca,
  ...services,
  ...proxies,
  ...checks,
  ...quorum,
  ...former,
];
