/**
 * Expo apps. `expo prebuild` makes the folder ios/ from the app config. Where that folder is not in the repository it is
 * made anew for each build, so the app config is the truth and edits of the plist are lost. Where it is committed, builds
 * take it as it is and the app config only counts when somebody runs prebuild again: the plist is the truth.
 * Source: https://docs.expo.dev/workflow/continuous-native-generation
 */
import { jsonDocument } from '../../../syntax/json-values';
import { stringValue } from '../../../syntax/plist-query';
import { basenameUri, isInside, joinUri } from '../../../uri';
import { isIgnored } from '../../ignored';
import type { OwnedValues, Target, TargetConfiguration, TargetOwner, ValuePart } from '../../types';
import { configurationOf, targetOf, withOwner } from '../owned-targets';
import type { OwnerStep } from '../types';
import {
  configValue,
  type ExpoApp,
  type ExpoConfigFile,
  findExpoApps,
  isForIos,
  isPlain,
  valueIn,
} from './app-config';
import { pluginValues } from './plugins';

const gap = 'Expo: part of the app is written in JavaScript';

export const expoStep: OwnerStep = async (given, context) => {
  const { apps, problems } = await findExpoApps(context);
  let targets = given;
  for (const app of apps) {
    const ios = joinUri(app.folder, 'ios');
    const native = targets.filter(({ projectUri }) => projectUri !== undefined && isInside(ios, projectUri));
    const [project] = native.flatMap(({ projectUri }) => projectUri ?? []);
    if (project === undefined) {
      if (isForIos(app)) targets = [...targets, configTarget(app)];
      continue;
    }
    const isGenerated = await isIgnored(project, context.files);
    const complete = isGenerated ? generatedTarget : committedTarget;
    targets = targets.map((target) => (native.includes(target) ? complete(target, app, ios) : target));
  }
  return { targets, problems };
};

function committedTarget(target: Target, app: ExpoApp): Target {
  return withOwner(target, { kind: 'expo', uri: app.uri, generates: [] }, [gap]);
}

/** Only the app is described by the app config; extensions come from plugins. */
function generatedTarget(target: Target, app: ExpoApp, ios: string): Target {
  const values = target.product === 'app' ? ownedValues(app) : unknownValues;
  const configurations = target.configurations.map((configuration): TargetConfiguration => {
    const isElsewhere = [configuration.infoPlistUri, configuration.entitlementsUri].some(
      (uri) => uri !== undefined && !isInside(ios, uri),
    );
    return isElsewhere ? configuration : { ...configuration, ...values };
  });
  return withOwner({ ...target, configurations }, generator(app), [gap]);
}

/** Without ios/ the app config is all there is. */
function configTarget(app: ExpoApp): Target {
  const name = stringValue(configValue(app, 'name')) ?? basenameUri(app.folder);
  const configuration = configurationOf(
    { ...ownedValues(app), bundleIdentifier: stringValue(configValue(app, 'ios', 'bundleIdentifier')) },
    { PRODUCT_NAME: name },
  );
  return targetOf({
    id: app.uri,
    name,
    product: 'app',
    platforms: ['iOS'],
    owner: generator(app),
    configurations: [configuration],
    gaps: [gap],
  });
}

function generator(app: ExpoApp): TargetOwner {
  return { kind: 'expo', uri: app.uri, generates: ['project', 'info-plist', 'entitlements'] };
}

type Values = Required<Pick<TargetConfiguration, 'ownedInfoPlist' | 'ownedEntitlements'>>;

const nothingKnown: OwnedValues = { effect: 'replaces', parts: [], isComplete: false };
const unknownValues: Values = { ownedInfoPlist: nothingKnown, ownedEntitlements: nothingKnown };

function ownedValues(app: ExpoApp): Values {
  const { infoPlist, entitlements, isComplete } = pluginValues(app);
  return {
    ownedInfoPlist: owned(app, 'infoPlist', infoPlist, isComplete),
    ownedEntitlements: owned(app, 'entitlements', entitlements, isComplete),
  };
}

type Key = 'infoPlist' | 'entitlements';

function owned(app: ExpoApp, key: Key, implied: readonly ValuePart[], arePluginsKnown: boolean): OwnedValues {
  const isWritten = app.configs.every(
    (config) => isPlain(config, ['ios', key]) && valueIn(config, 'mods') === undefined,
  );
  return {
    effect: 'replaces',
    parts: [...app.configs.flatMap((config) => configPart(config, key)), ...implied],
    isComplete: arePluginsKnown && app.isClosed && isWritten,
  };
}

/** The dictionary of app.json, also where nobody has written it yet; in code only where it is written. */
function configPart(config: ExpoConfigFile, key: Key): readonly ValuePart[] {
  const path = [...config.path, 'ios', key];
  const { uri, text } = config;
  const document = jsonDocument(config, path);
  const part = { owner: 'expo', file: { uri, text, document } } as const;
  if (config.unread === undefined) return [{ ...part, path }];
  if (document.root === undefined) return [];
  const { start, end } = document.root.range;
  // Edits are those of JSON, which has double quotes alone.
  const isLikeJson = !/['`]/.test(text.slice(start, end));
  return [isLikeJson ? { ...part, path: [] } : { ...part, path: [], isImplied: true }];
}
