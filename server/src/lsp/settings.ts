/** The person's settings: `backgroundModes.preset`, `backgroundModes.rules` and `backgroundModes.codeLens`. */
import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import { parseConfig } from '../core/config/parse-config';
import type { RuleSettings } from '../core/config/types';
import { type LensKind, lensKinds } from '../core/features/code-lens/types';
import type { Logger } from '../core/ports';
import { allRules } from '../core/rules';
import { codesOf } from '../core/rules/types';

export const SECTION = 'backgroundModes';

/** The kinds of lenses that are wanted. */
export type LensPreference = ReadonlySet<LensKind>;

export const allLenses: LensPreference = new Set(lensKinds);

export interface Settings {
  readonly rules: RuleSettings;
  readonly lenses: LensPreference;
}

/** Asks the client. Never rejects: without an answer the defaults hold. */
export async function pullSettings(connection: Connection, logger: Logger): Promise<Settings> {
  try {
    return settingsFrom(await connection.workspace.getConfiguration(SECTION), logger);
  } catch (error) {
    logger.log(
      'warn',
      `The settings cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
    return settingsFrom(undefined, logger);
  }
}

/** Has the client say when a setting changes. */
export async function followSettings(connection: Connection): Promise<void> {
  await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
}

/** `value` is whatever a client has sent; wrong parts of it are logged and left out. */
export function settingsFrom(value: unknown, logger: Logger): Settings {
  const given = typeof value === 'object' && value !== null ? value : {};
  const { codeLens } = given as { readonly codeLens?: unknown };
  return { rules: rulesFrom(given, logger), lenses: lensesFrom(codeLens) };
}

function rulesFrom(value: object, logger: Logger): RuleSettings {
  const { preset, rules } = value as { readonly preset?: unknown; readonly rules?: unknown };
  // An empty preset is how a settings editor says "not set".
  const given = { ...(preset ? { preset } : {}), ...(rules ? { rules } : {}) };
  const codes = new Set(allRules.flatMap(({ meta }) => codesOf(meta)));
  const { settings, problems } = parseConfig(JSON.stringify(given), codes);
  for (const { message } of problems) logger.log('warn', `In the settings: ${message}`);
  return settings;
}

/** `false` switches all of them off, `{ "modes": false }` some; everything else is on. */
function lensesFrom(value: unknown): LensPreference {
  if (value === false) return new Set();
  if (typeof value !== 'object' || value === null) return allLenses;
  return new Set(lensKinds.filter((kind) => Reflect.get(value, kind) !== false));
}
