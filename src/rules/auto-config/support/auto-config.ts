import type { AgentSubject } from '../../../subjects/subjects.ts';
/** auto_config: clients fetch their configuration from the servers. */

export const tokenVariable = 'CONSUL_INTRO_TOKEN';

export const isOn = ({ config }: AgentSubject): boolean => config.bool('auto_config.enabled') === true;
