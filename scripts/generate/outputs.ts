/** Every generated file: a line for each. */
import { agentConfigText } from './types.ts';

export interface Output {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: () => string;
}

export const outputs: readonly Output[] = [{ path: 'src/options/agent-config.ts', text: agentConfigText }];
