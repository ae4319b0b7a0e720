import { numbers } from '../forms/values.ts';

export const dnsAnswerLimit = numbers({
  id: 'dns/answer-limit',
  options: ['dns_config.udp_answer_limit', 'dns_config.a_record_limit'],
  docs: {
    summary: 'A limit on DNS answers is negative.',
    rationale:
      'The agent refuses negative numbers in dns_config.udp_answer_limit and dns_config.a_record_limit.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\ndns_config {\n  a_record_limit = -1\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\ndns_config {\n  a_record_limit = 0\n}\n',
    },
  },
  wants: '0 or more',
  accepts: (limit) => limit >= 0,
});
