import { numberAt } from '../../model/value-path.ts';
import { rule } from './support/checks.ts';

export const checksOutputMaxSize = rule({
  id: 'checks/output-max-size',
  keys: ['output_max_size'],
  docs: { summary: 'Bytes of output that are kept; not negative.' },
  fault: (check) =>
    (numberAt(check, 'output_max_size') ?? 0) < 0
      ? { key: 'output_max_size', message: 'has a negative output_max_size; write a number of bytes' }
      : undefined,
});
