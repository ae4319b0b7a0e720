import type * as z from 'zod';
import type { AgentConfig } from '../../../options/agent-config.ts';
import { definition, openMap } from '../shapes.ts';

export const schema = definition(
  'Acl',
  openMap as unknown as z.ZodType<NonNullable<AgentConfig['acl']>>,
  'Access control, in the names of the `acl` option. It is on and denies by default unless written otherwise. Tokens ' +
    'go to the nodes that need them, by reference, in which {node}, {datacenter} and {role} are replaced.',
);
