import * as z from 'zod';

export const schema = z.enum(['json', 'hcl']).describe('Format of the configuration files. Default: json.');
