/** What people have decided about the rules, and which rules run because of it. */
import { ConfigSet, type IsOnByDefault } from '../config/config-set';
import { type ConfigProblem, parseConfig } from '../config/parse-config';
import type { RuleSettings } from '../config/types';
import type { Rule } from '../rules/context';
import { codesOf, type Finding, type RuleMeta } from '../rules/types';
import type { WorkspaceFiles } from './files';
import { ParsedFiles } from './parsed-files';

interface ConfigFile {
  readonly uri: string;
  readonly text: string;
  readonly settings: RuleSettings;
  readonly problems: readonly ConfigProblem[];
}

export class Configuration {
  readonly #rules: readonly Rule[];
  readonly #isOnByDefault: IsOnByDefault;
  readonly #metas: ReadonlyMap<string, RuleMeta>;
  readonly #files: ParsedFiles<ConfigFile>;
  #editor: RuleSettings = {};
  #uris: readonly string[] = [];
  #set: ConfigSet;
  #active: readonly Rule[] = [];

  constructor(files: WorkspaceFiles, rules: readonly Rule[], isOnByDefault: IsOnByDefault) {
    this.#rules = rules;
    this.#isOnByDefault = isOnByDefault;
    this.#metas = new Map(rules.map(({ meta }) => [meta.id, meta]));
    const codes = new Set(rules.flatMap(({ meta }) => codesOf(meta)));
    this.#files = new ParsedFiles(files, (uri, text) => ({ uri, text, ...parseConfig(text, codes) }));
    this.#set = new ConfigSet(isOnByDefault, {}, new Map());
    this.#rebuild();
  }

  /** Rules that may have findings in some file. The same array as long as they are the same. */
  get activeRules(): readonly Rule[] {
    return this.#active;
  }

  /** Takes over what the person has set in the editor. */
  setEditor(settings: RuleSettings): void {
    this.#editor = settings;
    this.#rebuild();
  }

  /** Reads the configuration files again. */
  async load(uris: readonly string[]): Promise<void> {
    this.#uris = uris;
    await this.#files.loadAll(uris);
    this.#rebuild();
  }

  text(uri: string): string | undefined {
    return this.#files.get(uri)?.text;
  }

  problems(): readonly { readonly uri: string; readonly message: string }[] {
    return this.#read().flatMap(({ uri, problems }) => problems.map(({ message }) => ({ uri, message })));
  }

  /** The finding as it shall be shown; `undefined` when nobody wants to see it. */
  shown(finding: Finding): Finding | undefined {
    const meta = this.#metas.get(finding.rule);
    const verdict = meta === undefined ? 'on' : this.#set.verdict(meta, finding.entry, finding.uri);
    if (verdict === 'off') return undefined;
    return verdict === 'on' || verdict === finding.severity ? finding : { ...finding, severity: verdict };
  }

  /** Whether a rule or one of its cases, by its code, exists and may say something about a file. */
  status(code: string, uri: string): 'unknown' | 'off' | 'on' {
    const [id = '', entry] = code.split('/');
    const meta = this.#metas.get(id);
    if (meta === undefined || !codesOf(meta).includes(code)) return 'unknown';
    return this.#set.verdict(meta, entry, uri) === 'off' ? 'off' : 'on';
  }

  #read(): readonly ConfigFile[] {
    return this.#uris.flatMap((uri) => this.#files.get(uri) ?? []);
  }

  #rebuild(): void {
    const settings = new Map(this.#read().map((file) => [file.uri, file.settings]));
    this.#set = new ConfigSet(this.#isOnByDefault, this.#editor, settings);
    const active = this.#rules.filter(({ meta }) => this.#set.mayRun(meta));
    const isSame =
      active.length === this.#active.length && active.every((rule, i) => rule === this.#active[i]);
    if (!isSame) this.#active = active;
  }
}
