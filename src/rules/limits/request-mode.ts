import { texts } from '../forms/values.ts';
import { oneOf } from '../message.ts';

const requestModes = ['disabled', 'permissive', 'enforcing'];

export const limitsRequestMode = texts({
  id: 'limits/request-mode',
  options: ['limits.request_limits.mode'],
  docs: { summary: 'What happens to requests beyond the limits; the words are lower case.' },
  wants: oneOf(requestModes),
  accepts: (text) => text === '' || requestModes.includes(text),
});
