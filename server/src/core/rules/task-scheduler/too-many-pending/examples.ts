import type { RuleExample } from '../../types';
import { example, submitting, submittingObjc } from '../example-parts';

const ten = Array.from({ length: 11 }, (_, index) => `"com.example.app.step-${index}"`);

export const examples: readonly RuleExample[] = [
  example('bad', {
    'News.swift': submitting('"com.example.app.news"'),
    'Weather.swift': submitting('⟦"com.example.app.weather"⟧'),
  }),
  example(
    'bad',
    {
      'Steps.swift': `import BackgroundTasks

func schedule() throws {
${ten
  .map((id, index) => (index === 10 ? `⟦${id}⟧` : id))
  .map((id) => `    try BGTaskScheduler.shared.submit(BGProcessingTaskRequest(identifier: ${id}))\n`)
  .join('')}}
`,
    },
    'Ten processing requests can wait',
  ),
  example('bad', {
    'News.m': submittingObjc('@"com.example.app.news"'),
    'Weather.m': submittingObjc('⟦@"com.example.app.weather"⟧'),
  }),
  example('good', {
    'News.swift': submitting('"com.example.app.news"'),
    'Again.swift': submitting('"com.example.app.news"'),
    'CleanUp.swift': submitting('"com.example.app.clean-up"', 'BGProcessingTaskRequest'),
  }),
  example('good', { 'News.m': submittingObjc('@"com.example.app.news"') }),
  example(
    'near-miss',
    {
      'News.swift': `import BackgroundTasks

func request() -> BGAppRefreshTaskRequest {
    #if DEBUG
    return BGAppRefreshTaskRequest(identifier: "com.example.app.debug.news")
    #else
    return BGAppRefreshTaskRequest(identifier: "com.example.app.news")
    #endif
}
`,
    },
    'One identifier for each kind of build',
  ),
  example(
    'near-miss',
    {
      'News.swift': submitting('"com.example.app.news"'),
      'Other.swift': submitting('settings.identifier'),
    },
    'Nobody knows the other identifier',
  ),
];
