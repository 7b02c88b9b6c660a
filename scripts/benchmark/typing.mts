/** What is typed for the benchmark: character by character, and taken back again. */
import type { BenchLanguage } from './sample-source.mjs';

/** `errors`: on the way the text passes through syntax errors. */
const typed: Record<BenchLanguage, Record<'clean' | 'errors', readonly string[]>> = {
  swift: {
    clean: ['\n        total', '\n        // before\n', ' // and more'],
    errors: [
      '\n        if total > 0 {\n            print("x")\n        }',
      '\n        log("a, b")',
      '\n        run { [1',
    ],
  },
  objc: {
    clean: [' // and more', '\n    // before\n', ' // more'],
    errors: [
      '\n    if (total > 0) {\n        NSLog(@"x");\n    }',
      '\n    [self log:@"a, b"];',
      '\n    run(^{ @[@1',
    ],
  },
};

/** Where something is typed: inside of a function near the middle of the text. */
export function typingPlace(text: string): number {
  const middle = text.length >> 1;
  const declaration = /(?:var total = 0\.0|double total = 0;)/.exec(text.slice(middle));
  if (declaration !== null) return middle + declaration.index + declaration[0].length;
  const call = /[A-Za-z]\)+;?(?=\r?\n)/.exec(text.slice(middle));
  return call === null ? text.length : middle + call.index + call[0].length;
}

/** The versions of `text` while it is typed into, once. */
export function* typing(language: BenchLanguage, text: string, kind: 'clean' | 'errors'): Generator<string> {
  const place = typingPlace(text);
  for (const added of typed[language][kind]) {
    const lengths = Array.from({ length: added.length }, (_, index) => index + 1);
    for (const length of [...lengths, ...lengths.toReversed().map((length) => length - 1)]) {
      yield `${text.slice(0, place)}${added.slice(0, length)}${text.slice(place)}`;
    }
  }
}
