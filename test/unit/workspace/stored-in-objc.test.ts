/** Values that an Objective-C class keeps in properties and instance variables. */
import { describe, expect, it } from 'vitest';
import { check, type Files, refused } from '../../support/handed-values';

const header = `#import <Foundation/Foundation.h>
@interface Job : NSObject
@property (nonatomic, copy, readonly) NSString *identifier;
- (instancetype)initWithIdentifier:(NSString *)identifier;
- (void)submit;
@end
`;
const implementation = `#import "Job.h"
#import <BackgroundTasks/BackgroundTasks.h>
@implementation Job
- (instancetype)initWithIdentifier:(NSString *)identifier {
  if ((self = [super init])) {
    _identifier = [identifier copy];
  }
  return self;
}
- (void)submit {
  BGAppRefreshTaskRequest *request = [[BGAppRefreshTaskRequest alloc] initWithIdentifier:self.identifier];
  [BGTaskScheduler.sharedScheduler submitTaskRequest:request error:nil];
}
@end
`;
const base: Files = { 'App/Job.h': header, 'App/Job.m': implementation };
const start = (body: string) => `#import "Job.h"\n@implementation Start\n- (void)run { ${body} }\n@end\n`;
const make = (id: string) => `[[[Job alloc] initWithIdentifier:${id}] submit];`;

describe('an identifier that an object keeps', () => {
  it.each([
    ['is permitted', make('@"a.known"'), []],
    ['is not permitted', make('@"a.other"'), refused],
    ['is not known', make('name'), []],
    ['is one of two', make('@"a.other"') + make('@"a.third"'), ["'a.other' or 'a.third'"]],
  ])('%s', async (_name, body, expected) => {
    expect(await check({ ...base, 'App/Start.m': start(body) })).toEqual(expected);
  });

  it.each([
    ['read as an instance variable', 'Job.m', 'self.identifier', '_identifier', refused],
    ['read through self', 'Job.m', 'self.identifier', 'self->_identifier', refused],
    ['read by a message', 'Job.m', 'self.identifier', '[self identifier]', refused],
    ['set through self', 'Job.m', '    _identifier', '    self->_identifier', refused],
    ['without a copy', 'Job.m', '[identifier copy]', 'identifier', refused],
    ['that everybody may set', 'Job.h', ', readonly', '', []],
    [
      'that is set again',
      'Job.m',
      '- (void)submit {',
      '- (void)reset { _identifier = name; }\n- (void)submit {',
      [],
    ],
    [
      'that is set on another object',
      'Job.m',
      '- (void)submit {',
      '- (void)copyTo:(Job *)other { other->_identifier = name; }\n- (void)submit {',
      [],
    ],
    [
      'that is set by its key',
      'Job.m',
      '- (void)submit {',
      '- (void)reset { [self setValue:name forKey:@"identifier"]; }\n- (void)submit {',
      [],
    ],
    [
      'whose address is taken',
      'Job.m',
      '- (void)submit {',
      '- (void)reset { load(&_identifier); }\n- (void)submit {',
      [],
    ],
    [
      'with a variable of its own',
      'Job.m',
      '@implementation Job\n',
      '@implementation Job\n@synthesize identifier = _name;\n',
      [],
    ],
    [
      'with a getter',
      'Job.m',
      '- (void)submit {',
      '- (NSString *)identifier { return name; }\n- (void)submit {',
      [],
    ],
    [
      'beside a parameter of that name',
      'Job.m',
      '- (void)submit {',
      '- (void)log:(NSString *)identifier { identifier = name; }\n- (void)submit {',
      refused,
    ],
  ])('%s', async (_name, file, from, to, expected) => {
    const path = `App/${file}`;
    const files = { ...base, [path]: (base[path] ?? '').replace(from, to) };
    expect(await check({ ...files, 'App/Start.m': start(make('@"a.other"')) })).toEqual(expected);
  });

  it('in an instance variable of the implementation', async () => {
    const own = implementation
      .replace('@implementation Job', '@implementation Job { NSString *_id; }')
      .replaceAll(/_identifier|self\.identifier/g, '_id');
    const files = { ...base, 'App/Job.m': own };
    expect(await check({ ...files, 'App/Start.m': start(make('@"a.other"')) })).toEqual(refused);
  });

  it('in a property of a class extension', async () => {
    const property = '@property (nonatomic, copy) NSString *name;';
    const own = implementation
      .replace('@implementation', `@interface Job ()\n${property}\n@end\n@implementation`)
      .replace('    _identifier', '    self.name')
      .replace('self.identifier', 'self.name');
    const files = { ...base, 'App/Job.m': own };
    expect(await check({ ...files, 'App/Start.m': start(make('@"a.other"')) })).toEqual(refused);
    const set = own.replace('- (void)submit {', '- (void)reset { [self setName:title]; }\n- (void)submit {');
    expect(await check({ ...files, 'App/Job.m': set, 'App/Start.m': start(make('@"a.other"')) })).toEqual([]);
  });

  it('and gives to other files', async () => {
    const files = {
      ...base,
      'App/Job.m':
        '#import "Job.h"\n@implementation Job\n- (instancetype)init { _identifier = @"a.other"; return self; }\n@end\n',
      'App/Start.m': `#import "Job.h"
#import <BackgroundTasks/BackgroundTasks.h>
@implementation Start
- (void)run:(Job *)job {
  id request = [[BGAppRefreshTaskRequest alloc] initWithIdentifier:job.identifier];
  [BGTaskScheduler.sharedScheduler submitTaskRequest:request error:nil];
}
@end
`,
    };
    expect(await check(files)).toEqual(refused);
  });
});
