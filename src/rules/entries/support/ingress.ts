/** ingress-gateway: how traffic enters the mesh. */

import { textAt } from '../../../model/value-path.ts';
import type { Value } from '../../../text/tree/value.ts';

export const kinds = ['ingress-gateway'];

/** The default is tcp; `entries/value` reports unknown words. */
export const protocolOf = (listener: Value): string => textAt(listener, 'protocol').toLowerCase() || 'tcp';
