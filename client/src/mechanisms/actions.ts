/** What can be done with a mechanism that was chosen. */
import { commands, env, l10n, SnippetString, Uri, window } from 'vscode';
import { applyAnswer } from '../capabilities/apply';
import { askForValues } from '../capabilities/keys';
import { pickTarget } from '../capabilities/targets';
import type { ChecklistModel } from '../checklist/model';
import {
  type ChangeCapabilitiesParams,
  type ChecklistTarget,
  changeCapabilitiesMethod,
  type MechanismOffer,
  type Mechanisms,
  type MissingKey,
  mechanismsMethod,
  missingKeysMethod,
} from '../protocol';
import type { Server } from '../server';
import { pickOne } from '../steps';
import { codeFor, codeLanguage, type MechanismAction } from './items';
import type { MechanismPages } from './pages';

export interface ActionContext {
  readonly server: Server;
  readonly model: ChecklistModel;
  readonly pages: MechanismPages;
  /** Missing: asked for where several come into question. */
  readonly targetId: string | undefined;
  /** Nothing is asked: what is not known is left out, or said by a reminder. */
  readonly isQuiet: boolean;
}

export async function perform(
  action: MechanismAction,
  offer: MechanismOffer,
  context: ActionContext,
): Promise<void> {
  switch (action) {
    case 'set-up': {
      const { targetId } = context;
      const given = { kind: offer.task, ...(targetId !== undefined && { targetId }) };
      await commands.executeCommand('backgroundModes.newBackgroundTask', given);
      return;
    }
    case 'code':
      return insertCode(offer, !context.isQuiet);
    case 'capability':
      await addCapability(offer, context);
      return;
    case 'both': {
      const inTarget = await addCapability(offer, context);
      if (inTarget !== undefined) await insertCode(inTarget, false);
      return;
    }
    case 'explain':
      return context.pages.show(offer);
    case 'apple':
      await env.openExternal(Uri.parse(offer.links[0] ?? ''));
      return;
    case 'rules':
      return readRules(offer);
  }
}

/** `isAsked`: which code, where there are several pieces; else the first. */
async function insertCode({ code, title }: MechanismOffer, isAsked: boolean): Promise<void> {
  const editor = window.activeTextEditor;
  const language = codeLanguage(editor?.document.languageId);
  if (editor === undefined || language === undefined) return;
  const pieces = codeFor(code, language);
  const [first, ...others] = pieces;
  let chosen = first;
  if (isAsked && others.length > 0) {
    const placeholder = l10n.t('Which code?');
    const answer = await pickOne({
      title,
      step: 4,
      totalSteps: 4,
      hasBack: false,
      placeholder,
      items: pieces,
    });
    chosen = answer.kind === 'answered' ? answer.value : undefined;
  }
  if (chosen === undefined) return;
  await window.showTextDocument(editor.document, editor.viewColumn);
  await editor.insertSnippet(new SnippetString(chosen.body));
}

/** The offer as it is for the target; `undefined` when nothing was done. */
async function addCapability(
  offer: MechanismOffer,
  context: ActionContext,
): Promise<MechanismOffer | undefined> {
  const { server, model } = context;
  const target = await targetFor(offer, model, context.targetId);
  if (target === undefined) return undefined;
  const modes = await modesOf(offer, context.isQuiet);
  const { id: targetId } = target;
  const missing = await server.request<readonly MissingKey[]>(missingKeysMethod, {
    targetId,
    mechanism: offer.id,
  });
  const keys = context.isQuiet ? reminders(missing) : await askForValues(offer.title, missing);
  if (modes === undefined || keys === undefined) return undefined;
  const { mechanisms } = await server.request<Mechanisms>(mechanismsMethod, { targetId });
  const inTarget = mechanisms.find(({ id }) => id === offer.id) ?? offer;
  const { identifiers } = inTarget.capability;
  const params: ChangeCapabilitiesParams = { targetId, addModes: modes, identifiers, keys };
  return (await applyAnswer(server, changeCapabilitiesMethod, params)) ? inTarget : undefined;
}

async function targetFor(
  { title, capability }: MechanismOffer,
  model: ChecklistModel,
  targetId: string | undefined,
): Promise<ChecklistTarget | undefined> {
  const wanted = [...capability.modes, ...capability.oneOfModes].map(({ value }) => value);
  const isFit = ({ id, capabilities }: ChecklistTarget) => {
    if (targetId !== undefined) return id === targetId;
    return wanted.length === 0 || capabilities.some(({ mode }) => wanted.includes(mode));
  };
  const answer = await pickTarget(model, { title, step: 4, totalSteps: 4, hasBack: false }, isFit);
  return answer.kind === 'answered' ? answer.value : undefined;
}

async function modesOf(
  { title, capability }: MechanismOffer,
  isQuiet: boolean,
): Promise<readonly string[] | undefined> {
  const { modes, oneOfModes } = capability;
  const sure = modes.map(({ value }) => value);
  const [first] = oneOfModes;
  if (first === undefined) return sure;
  if (isQuiet) return [...sure, first.value];
  const items = oneOfModes.map(({ value, label }) => ({ label, description: value }));
  const placeholder = l10n.t('Which kind of session?');
  const answer = await pickOne({ title, step: 4, totalSteps: 4, hasBack: false, placeholder, items });
  return answer.kind === 'answered' ? [...sure, answer.value.description] : undefined;
}

/** What can be written without asking. */
function reminders(missing: readonly MissingKey[]) {
  return missing.flatMap(({ kind, key, input, value }) => (input === 'list' ? [] : [{ kind, key, value }]));
}

async function readRules({ title, rules }: MechanismOffer): Promise<void> {
  const items = rules.map(({ id, title: label, url }) => ({ label, description: id, url }));
  const placeholder = l10n.t('Rules about its mistakes');
  const answer = await pickOne({ title, step: 4, totalSteps: 4, hasBack: false, placeholder, items });
  if (answer.kind !== 'answered' || answer.value.url === undefined) return;
  const page = Uri.parse(answer.value.url);
  const isMarkdown = page.scheme !== 'https' && page.path.endsWith('.md');
  await commands.executeCommand(isMarkdown ? 'markdown.showPreview' : 'vscode.open', page);
}
