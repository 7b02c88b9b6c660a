import type { RuleExample } from '../../types';
import { example, identifiers, info, modes } from '../example-parts';

export const examples: readonly RuleExample[] = [
  example('bad', info(modes('⟦processing⟧'))),
  example('bad', info(modes('fetch', '⟦processing⟧'), identifiers()), 'An empty list'),
  example('good', info(modes('processing'), identifiers('com.example.app.clean-up'))),
  example('near-miss', info(modes('fetch', 'remote-notification')), 'App refresh asks for none'),
  example('near-miss', info(modes('processing', '$(MORE_MODES)')), 'What the build fills in is not known'),
  example('near-miss', info(modes('processing'), identifiers('$(PRODUCT_BUNDLE_IDENTIFIER).clean-up'))),
];
