/**
 * Checks SARIF output offline. The standard's schema is not shipped with any development dependency, so
 * `sarif-schema.json` is written by hand from the standard's text (sections 3.13 to 3.57) and covers every object and
 * property that this product writes; it refuses all others, which makes it stricter than the standard. The types of
 * `@types/sarif`, generated from the official schema, check the writer at compile time.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';

const schema: object = JSON.parse(readFileSync(path.join(import.meta.dirname, 'sarif-schema.json'), 'utf8'));
const ajv = new Ajv({ allErrors: true, strict: false });
addFormats.default(ajv);
const validate = ajv.compile<Log>(schema);

/** Parsed log; throws with all violations when it is not valid. */
export function validSarif(text: string): Log {
  const log: unknown = JSON.parse(text);
  if (!validate(log)) throw new Error(ajv.errorsText(validate.errors, { separator: '\n' }));
  return log;
}
