import type { AgentSubject } from '../../../subjects/subjects.ts';
/** auto_config.authorization: servers check who a client is by a token, before they send it its configuration. */

export const authorization = 'auto_config.authorization';

export const method = `${authorization}.static`;

export const isAuthorizing = ({ config }: AgentSubject): boolean =>
  config.bool(`${authorization}.enabled`) === true;
