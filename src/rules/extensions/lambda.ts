import { textAt } from '../../model/value-path.ts';
import { withEntry } from '../forms/examples.ts';
import { ofExtension } from './support/extension.ts';

export const extensionsLambda = ofExtension({
  id: 'extensions/lambda',
  name: 'builtin/aws/lambda',
  docs: {
    summary: 'The extension aws/lambda has no ARN.',
    rationale:
      'The agent refuses the arguments without ARN, the function to call; it does not check the text.',
    bad: withEntry(`
      kind = "service-defaults"
      name = "web"
      envoy_extensions {
        name = "builtin/aws/lambda"
        arguments {
          PayloadPassthrough = true
        }
      }
    `),
    good: withEntry(`
      kind = "service-defaults"
      name = "web"
      envoy_extensions {
        name = "builtin/aws/lambda"
        arguments {
          ARN = "arn:aws:lambda:us-east-1:123456789012:function:web"
          PayloadPassthrough = true
        }
      }
    `),
  },
  takes: { fields: { ARN: 'text', PayloadPassthrough: 'truth', InvocationMode: 'text' } },
  run: (args, report) => {
    if (textAt(args, 'ARN') === '') report('ARN', 'is missing; write the ARN of the function to call');
  },
});
