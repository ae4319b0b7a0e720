/** Words of HTTP. */
import { words } from '../kinds.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE'];

export const httpMethod = words(methods, { anyCase: true, refusedBy: 'validate' });
