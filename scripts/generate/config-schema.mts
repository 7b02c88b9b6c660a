/** Writes what editors need to know about settings: the schema of background-modes.json, and settings of VS Code. */
import { levels, presets } from '../../server/src/core/config/types';
import { codesOf, type RuleMeta } from '../../server/src/core/rules/types';

const presetTexts: Readonly<Record<(typeof presets)[number], string>> = {
  recommended: 'Every rule that is on by default',
  strict: 'All rules, good advice included',
  none: 'Only the rules that are switched on one by one',
};

const levelTexts: Readonly<Record<(typeof levels)[number], string>> = {
  off: 'Says nothing',
  on: 'With the severity that the rule has by itself',
  hint: 'As a hint',
  information: 'As information',
  warning: 'As a warning',
  error: 'As an error',
};

const level = { enum: levels, enumDescriptions: levels.map((one) => levelTexts[one]) };
const preset = { enum: presets, enumDescriptions: presets.map((one) => presetTexts[one]) };

export function configSchema(rules: readonly RuleMeta[]): string {
  const strings = (description: string) => ({ description, type: 'array', items: { type: 'string' } });
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Background Modes',
    description: 'Which rules are applied to the files in and below this folder.',
    type: 'object',
    additionalProperties: false,
    allowComments: true,
    allowTrailingCommas: true,
    properties: {
      $schema: { type: 'string' },
      preset: { description: 'The rules to start from.', default: 'recommended', ...preset },
      rules: { $ref: '#/definitions/rules' },
      overrides: {
        description: 'Other levels for some files; later ones win.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: {
            files: strings('Patterns of paths below this folder, such as Legacy/** or *Tests.swift.'),
            rules: { $ref: '#/definitions/rules' },
          },
        },
      },
      ignore: strings('Patterns of paths about which nothing is said, such as Generated/**.'),
    },
    definitions: {
      rules: {
        description: 'Levels of rules, or of single cases as rule/case.',
        type: 'object',
        ...ruleCodes(rules, true),
        additionalProperties: level,
      },
    },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

/** The two settings of VS Code that follow from the rules; `%keys%` stand for texts of `ruleSettingTexts`. */
export function ruleSettings(rules: readonly RuleMeta[]): Readonly<Record<string, object>> {
  return {
    'backgroundModes.preset': {
      type: 'string',
      enum: ['', ...presets],
      enumDescriptions: ['project', ...presets].map((one) => `%setting.preset.${one}%`),
      default: '',
      scope: 'window',
      order: 2,
      tags: ['lint'],
      markdownDescription: '%setting.preset.description%',
    },
    'backgroundModes.rules': {
      type: 'object',
      default: {},
      scope: 'window',
      order: 3,
      tags: ['lint'],
      markdownDescription: '%setting.rules.description%',
      ...ruleCodes(rules, false),
      additionalProperties: { enum: levels, enumDescriptions: levels.map((one) => `%setting.rules.${one}%`) },
    },
  };
}

/** The English texts of `ruleSettings` that say the same as the schema, by their keys in package.nls.json. */
export function ruleSettingTexts(): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ...presets.map((one) => [`setting.preset.${one}`, presetTexts[one]]),
    ...levels.map((one) => [`setting.rules.${one}`, levelTexts[one]]),
  ]);
}

/** Names with titles are what an editor offers; a name that is none of them is marked. */
function ruleCodes(rules: readonly RuleMeta[], isDescribed: boolean): object {
  const codes = rules.flatMap((meta) => codesOf(meta).map((code) => ({ code, title: titleOf(meta, code) })));
  return {
    propertyNames: {
      enum: codes.map(({ code }) => code),
      ...(isDescribed && { enumDescriptions: codes.map(({ title }) => title) }),
    },
  };
}

function titleOf({ id, title, entries }: RuleMeta, code: string): string {
  return code === id ? title : (entries.find(({ key }) => `${id}/${key}` === code)?.title ?? title);
}
