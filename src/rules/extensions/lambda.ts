import { textAt } from '../../model/value-path.ts';
import { ofExtension } from './support/extension.ts';

export const extensionsLambda = ofExtension({
  id: 'extensions/lambda',
  name: 'builtin/aws/lambda',
  docs: { summary: 'Needs the ARN of the function.' },
  takes: { fields: { ARN: 'text', PayloadPassthrough: 'truth', InvocationMode: 'text' } },
  run: (args, say) => {
    if (textAt(args, 'ARN') === '') say('ARN', 'is missing; it names the function to call');
  },
});
