/** What to write for a number of servers, so that the advice does not lead to quorum/even-bootstrap-expect. */

/** `3 or 5` for 4: the odd numbers next to an even one. */
export const oddNextTo = (servers: number): string =>
  servers <= 2 ? '3' : `${servers - 1} or ${servers + 1}`;

/** @param where the servers that the number is written on: `each`, `every server` */
export const adviceFor = (servers: number, where: string): string =>
  servers % 2 === 1
    ? `write bootstrap_expect = ${servers} on ${where}`
    : `run ${oddNextTo(servers)} servers and write that number as bootstrap_expect on ${where}`;
