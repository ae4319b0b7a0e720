/** An error that is not certain: a warning, with the condition in its message. */
import type { Finding } from '../../finding.ts';

/** @param condition undefined where the message has it */
export const lowered = (finding: Finding, condition: string | undefined): Finding => ({
  ...finding,
  severity: 'warning',
  message: condition === undefined ? finding.message : `${finding.message} (${condition})`,
});

/** What a text by itself shows, whatever else the agent reads and whichever release it is. */
export const isOfText = ({ rule }: Finding): boolean =>
  /^(?:security\/|gossip\/published-key$|acl\/published-token$|quorum\/even-|storage\/volatile-)/.test(rule);
