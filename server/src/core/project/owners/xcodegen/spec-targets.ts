/** The targets of a spec, after their templates are filled in and those of several platforms are taken apart. */
import { dictAt, specAt, textAt, textsAt } from './spec-query';
import { emptyDict, expandedDict, merged, type SpecDict, type SpecValue } from './spec-values';

export interface SpecTarget {
  readonly name: string;
  /** The name of its product unless a setting says so: that of the spec, for one of several platforms. */
  readonly productName: string;
  readonly spec: SpecDict;
  /** A template that it names is not there. */
  readonly isComplete: boolean;
}

const maxTemplates = 100;

/** In the order of the file. What is no dictionary is left out. */
export function specTargets(root: SpecDict): readonly SpecTarget[] {
  const targets: SpecTarget[] = [];
  for (const [key, value] of dictAt(root, 'targets')?.entries ?? []) {
    if (value.kind !== 'dict') continue;
    for (const [name, single] of perPlatform(key, value)) {
      const { spec, isComplete } = withTemplates(name, single, dictAt(root, 'targetTemplates') ?? emptyDict);
      for (const [finalName, final] of perPlatform(name, spec)) {
        targets.push({
          name: textAt(final, 'name') ?? finalName,
          productName: textAt(final, 'productName') ?? (finalName === name && name === key ? finalName : key),
          spec: final,
          isComplete,
        });
      }
    }
  }
  return targets;
}

/** `platform: [iOS, tvOS]` makes one target of each. */
function perPlatform(name: string, target: SpecDict): readonly (readonly [string, SpecDict])[] {
  if (specAt(target, 'platform')?.kind !== 'list') return [[name, target]];
  return textsAt(target, 'platform').map((platform) => {
    const single = expandedDict(target, new Map([['platform', platform]]));
    const list = specAt(target, 'platform');
    const items = list?.kind === 'list' ? list.items : [];
    const own = items.find((item) => textAt(item) === platform);
    const version = specAt(single, 'deploymentTarget', platform);
    const entries = new Map(single.entries);
    if (own !== undefined) entries.set('platform', own);
    if (version !== undefined) entries.set('deploymentTarget', version);
    const suffix = textAt(single, 'platformSuffix') ?? `_${platform}`;
    return [`${textAt(single, 'platformPrefix') ?? ''}${name}${suffix}`, { ...single, entries }];
  });
}

function withTemplates(
  name: string,
  target: SpecDict,
  templates: SpecDict,
): { readonly spec: SpecDict; readonly isComplete: boolean } {
  const names = collectTemplates(target, templates);
  if (names.length === 0) return { spec: target, isComplete: textsAt(target, 'templates').length === 0 };
  let below = emptyDict;
  for (const template of names) below = merged(dictAt(templates, template) ?? emptyDict, below);
  const spec = expandedDict(merged(target, below), new Map([['target_name', name]]));
  const attributes = dictAt(spec, 'templateAttributes');
  const isComplete = textsAt(spec, 'templates').every((template) => templates.entries.has(template));
  return {
    spec: attributes === undefined ? spec : expandedDict(spec, variablesOf(attributes)),
    isComplete,
  };
}

/** The weakest first: a template comes after those that it names itself. */
function collectTemplates(target: SpecDict, templates: SpecDict): readonly string[] {
  const names: string[] = [];
  let index = 0;
  const collect = (value: SpecValue | undefined) => {
    for (const name of textsAt(value, 'templates')) {
      const template = dictAt(templates, name);
      if (template === undefined || names.includes(name) || names.length >= maxTemplates) continue;
      names.splice(index, 0, name);
      collect(template);
      index++;
    }
  };
  collect(target);
  return names;
}

function variablesOf(attributes: SpecDict): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  for (const [key, value] of attributes.entries) {
    const text = textAt(value);
    if (text !== undefined) variables.set(key, text);
  }
  return variables;
}
