import * as z from 'zod';
import { plainName } from '../shapes.ts';

export const schema = z
  .strictObject({
    primary: plainName
      .optional()
      .describe('The datacenter that owns ACLs, intentions and the mesh CA. Default: the first.'),
    via: z
      .enum(['wan', 'mesh_gateways'])
      .optional()
      .describe(
        'How servers reach those of other datacenters: directly (the default), or through mesh gateways.',
      ),
    primary_gateways: z
      .array(z.string().min(1))
      .optional()
      .describe(
        'Mesh gateways of the primary datacenter, such as 192.0.2.10:8443; for the servers of the others.',
      ),
  })
  .describe('How several datacenters are federated.');
