/** ingress-gateway: the way into the mesh. */

import { textAt } from '../../../model/value-path.ts';
import type { Value } from '../../../text/tree/value.ts';

export const kinds = ['ingress-gateway'];

/** tcp, where nothing is said; what else it may be, the table says. */
export const protocolOf = (listener: Value): string => textAt(listener, 'protocol').toLowerCase() || 'tcp';
