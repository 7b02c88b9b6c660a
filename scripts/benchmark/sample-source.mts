/**
 * Source files of a given length for the benchmark: ordinary application code (models and controllers, a background task
 * now and then), and one class that begins background tasks everywhere.
 */

export type BenchLanguage = 'swift' | 'objc';

const swiftPlain = (n: number) => `
    /// Loads page ${n} and shows it.
    func loadPage${n}(_ page: Int, completion: @escaping (Result<[String], Error>) -> Void) {
        let request = URLRequest(url: baseURL.appendingPathComponent("pages/\\(page)"))
        guard !isLoading${n} else {
            completion(.failure(LoadError.busy))
            return
        }
        isLoading${n} = true
        session.dataTask(with: request) { [weak self] data, response, error in
            guard let self = self else { return }
            self.isLoading${n} = false
            if let error = error {
                completion(.failure(error))
                return
            }
            let names = (data ?? Data()).split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
            self.names${n} = names.filter { !$0.isEmpty }.sorted()
            DispatchQueue.main.async {
                self.tableView.reloadData()
                completion(.success(names))
            }
        }.resume()
    }

    private func summary${n}(of values: [Double], limit: Int = 10) -> String {
        var total = 0.0
        for (index, value) in values.enumerated() where index < limit {
            switch value {
            case ..<0: total -= value
            case 0: continue
            default: total += value * 2
            }
        }
        let counted = total / Double(max(values.count, 1))
        return "Sum \\(total), mean \\(counted)" // of section ${n}
    }

    private var isLoading${n} = false
    private var names${n}: [String] = []
`;

const swiftTask = (n: number) => `
    func save${n}(_ item: Item) {
        var identifier: UIBackgroundTaskIdentifier = .invalid
        identifier = UIApplication.shared.beginBackgroundTask(withName: "save${n}") {
            UIApplication.shared.endBackgroundTask(identifier)
            identifier = .invalid
        }
        store.save(item) { error in
            if let error { print("Not saved", error) }
            UIApplication.shared.endBackgroundTask(identifier)
            identifier = .invalid
        }
    }
`;

const objcPlain = (n: number) => `
- (void)loadPage${n}:(NSInteger)page completion:(void (^)(NSArray<NSString *> *names, NSError *error))completion {
    NSURL *url = [self.baseURL URLByAppendingPathComponent:[NSString stringWithFormat:@"pages/%ld", (long)page]];
    NSURLRequest *request = [NSURLRequest requestWithURL:url];
    if (self.isLoading) {
        completion(nil, [NSError errorWithDomain:@"Load" code:1 userInfo:nil]);
        return;
    }
    self.isLoading = YES;
    __weak typeof(self) weakSelf = self;
    [[self.session dataTaskWithRequest:request completionHandler:^(NSData *data, NSURLResponse *response, NSError *error) {
        __strong typeof(weakSelf) strongSelf = weakSelf;
        if (strongSelf == nil) return;
        strongSelf.isLoading = NO;
        if (error != nil) {
            completion(nil, error);
            return;
        }
        NSString *text = [[NSString alloc] initWithData:data encoding:NSUTF8StringEncoding];
        NSArray<NSString *> *names = [text componentsSeparatedByString:@"\\n"];
        dispatch_async(dispatch_get_main_queue(), ^{
            [strongSelf.tableView reloadData];
            completion(names, nil);
        });
    }] resume];
}

- (double)summary${n}:(NSArray<NSNumber *> *)values limit:(NSUInteger)limit {
    double total = 0;
    for (NSUInteger index = 0; index < MIN(values.count, limit); index++) {
        double value = values[index].doubleValue;
        if (value < 0) total -= value;
        else if (value == 0) continue;
        else total += value * 2;
    }
    double counted = total;
    return counted / MAX(values.count, 1);
}
`;

const objcTask = (n: number) => `
- (void)save${n}:(Item *)item {
    __block UIBackgroundTaskIdentifier identifier = UIBackgroundTaskInvalid;
    identifier = [[UIApplication sharedApplication] beginBackgroundTaskWithName:@"save${n}" expirationHandler:^{
        [[UIApplication sharedApplication] endBackgroundTask:identifier];
        identifier = UIBackgroundTaskInvalid;
    }];
    [self.store save:item completion:^(NSError *error) {
        if (error != nil) NSLog(@"Not saved: %@", error);
        [[UIApplication sharedApplication] endBackgroundTask:identifier];
        identifier = UIBackgroundTaskInvalid;
    }];
}
`;

const swiftModel = (n: number) => `
struct Item${n}: Codable, Hashable {
    enum Kind: String, Codable { case song, episode, chapter }
    let id: UUID
    var title: String
    var kind: Kind = .song
    var duration: TimeInterval = 0
    var isFinished: Bool { duration > 0 && progress >= duration }
    private var progress: TimeInterval = 0
    mutating func advance(by seconds: TimeInterval) {
        progress = min(progress + seconds, duration)
    }
}
`;

const objcModel = (n: number) => `
@interface Item${n} : NSObject <NSCoding>
@property (nonatomic, copy) NSString *title;
@property (nonatomic, assign) NSTimeInterval duration;
@property (nonatomic, weak, nullable) id<ItemDelegate> delegate;
- (instancetype)initWithTitle:(NSString *)title;
@end

@implementation Item${n}
- (instancetype)initWithTitle:(NSString *)title {
    if (self = [super init]) {
        _title = [title copy];
    }
    return self;
}
@end
`;

interface Parts {
  readonly head: string;
  readonly model: (n: number) => string;
  readonly open: (n: number) => string;
  readonly plain: (n: number) => string;
  readonly task: (n: number) => string;
  readonly close: string;
}

const parts: Record<BenchLanguage, Parts> = {
  swift: {
    head: 'import UIKit\n',
    model: swiftModel,
    open: (n) => `\nfinal class Controller${n}: UIViewController {`,
    plain: swiftPlain,
    task: swiftTask,
    close: '}\n',
  },
  objc: {
    head: '#import <UIKit/UIKit.h>\n#import "Item.h"\n',
    model: objcModel,
    open: (n) => `\n@implementation Controller${n}\n`,
    plain: objcPlain,
    task: objcTask,
    close: '\n@end\n',
  },
};

export type SampleKind = 'ordinary' | 'many tasks';

/** At least `lines` lines. `ordinary`: a type has some four functions; `many tasks`: all functions are in one type. */
export function sampleSource(language: BenchLanguage, lines: number, kind: SampleKind): string {
  const { head, model, open, plain, task, close } = parts[language];
  const [types, tasks] = kind === 'ordinary' ? [4, 20] : [Number.POSITIVE_INFINITY, 2];
  let text = head;
  for (let n = 0, count = 0; count < lines || (kind === 'ordinary' && n % types !== 0); n++) {
    const begins = n % types === 0;
    const ends = (n + 1) % types === 0;
    const code = n % tasks === 1 ? task(n) : plain(n);
    const part = `${begins ? `${model(n)}${open(n)}` : ''}${code}${ends ? close : ''}`;
    text += part;
    count += part.split('\n').length - 1;
  }
  return types === Number.POSITIVE_INFINITY ? text + close : text;
}
