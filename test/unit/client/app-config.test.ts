import { expect, it } from 'vitest';
import { configuresExpo } from '../../../client/src/app-config';

it.each([
  ['the app.json of Expo', '{ "expo": { "name": "Radio" } }', true],
  ['one that is being written', '{ "expo": { "name": ', true],
  ['that of Heroku', '{ "name": "Shop", "buildpacks": [] }', false],
  ['that of React Native alone', '{ "name": "Radio", "displayName": "Radio" }', false],
  ['a mention of Expo', '{ "keywords": ["expo"] }', false],
  ['a list', '["expo"]', false],
  ['a word', '"expo"', false],
  ['nothing', '', false],
  ['null', 'null', false],
])('knows %s', (_, text, expected) => {
  expect(configuresExpo(text)).toBe(expected);
});
