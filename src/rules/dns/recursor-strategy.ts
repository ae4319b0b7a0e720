import { texts } from '../forms/values.ts';
import { oneOf } from '../message.ts';

const recursorStrategies = ['sequential', 'random'];

export const dnsRecursorStrategy = texts({
  id: 'dns/recursor-strategy',
  options: ['dns_config.recursor_strategy'],
  docs: { summary: 'In which order recursors are asked.' },
  wants: oneOf(recursorStrategies),
  accepts: (text) => text === '' || recursorStrategies.includes(text),
});
