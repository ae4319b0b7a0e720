/** `format` of a manifest. */
import type { Structure } from '../../structure.ts';
import { key } from '../key.ts';

type Format = 'json' | 'hcl';

const record = key({
  read: (value): Format => (value?.kind === 'string' && value.value === 'hcl' ? 'hcl' : 'json'),
  perNode: ({ format }: Structure & { readonly format: Format }) => format,
});

export { record as key };
