import { numbers } from '../forms/values.ts';

export const checksAgentOutputMaxSize = numbers({
  id: 'checks/agent-output-max-size',
  options: ['check_output_max_size'],
  docs: { summary: 'Bytes of a check’s output that are kept; at least 1.' },
  wants: '1 or more',
  why: 'to keep no output set discard_check_output',
  accepts: (size) => size >= 1,
});
