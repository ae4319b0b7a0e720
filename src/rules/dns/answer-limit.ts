import { numbers } from '../forms/values.ts';

export const dnsAnswerLimit = numbers({
  id: 'dns/answer-limit',
  options: ['dns_config.udp_answer_limit', 'dns_config.a_record_limit'],
  docs: { summary: 'Numbers of DNS answers; not negative.' },
  wants: '0 or more',
  accepts: (limit) => limit >= 0,
});
