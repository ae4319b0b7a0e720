import { rule } from '../rule.ts';
import { patroniExample } from './support/patroni-example.ts';

export const livePatroniToken = rule({
  id: 'live/patroni-token',
  scope: 'reader',
  source: 'live',
  severity: 'error',
  options: [],
  docs: {
    summary: 'The token of Patroni does not allow what Patroni does.',
    rationale:
      'With --patroni-token-file the token is asked for itself. With acl = "read" the token of doctor is shown its policies; else the leader key and the sessions on the nodes of Patroni are read with it, since who may write may read. A key without a right is 403, and of a list what there is no right to is left out, as measured on 1.16, 1.20 and 1.23.',
    bad: patroniExample({ toPatroni: { '403 /v1/acl/token/self': 'token does not exist: ACL not found' } }),
    good: patroniExample({ toPatroni: { '401 /v1/acl/token/self': 'ACL support disabled' } }),
  },
});
