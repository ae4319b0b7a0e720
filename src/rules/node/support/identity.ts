import { trimSpace } from '../../../model/grammar/text.ts';
import type { AgentSubject } from '../../../subjects/subjects.ts';
/** The name and datacenter of an agent. */
import type { Value } from '../../../text/tree/value.ts';

export const basicName = /^[a-z0-9_-]+$/;

/** The name that the agent goes by: its own, or the host's. */
export const nodeNameOf = ({ config, host }: AgentSubject): string =>
  trimSpace(rawName(config.value('node_name')) || (host.name ?? ''));

const rawName = (value: Value | undefined): string => (value?.kind === 'string' ? value.value : '');
