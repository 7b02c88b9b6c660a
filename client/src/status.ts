/** The language status item: how the server is, and what it found. */
import { type Command, LanguageStatusSeverity, l10n, languages } from 'vscode';
import type { ChecklistModel, ChecklistState } from './checklist/model';
import { documentSelector } from './documents';
import { countWords, targetWords } from './status-text';

interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly severity: LanguageStatusSeverity;
  readonly busy: boolean;
  readonly command: Command;
}

const NAME = 'Background Modes';

export function createStatusItem(model: ChecklistModel): { dispose(): void } {
  const item = languages.createLanguageStatusItem('backgroundModes.status', documentSelector);
  item.name = NAME;
  const show = (state: ChecklistState) => {
    const { text, detail, severity, busy, command } = describe(state);
    item.text = text;
    item.detail = detail;
    item.severity = severity;
    item.busy = busy;
    item.command = command;
    item.accessibilityInformation = { label: `${NAME}: ${text}, ${detail}` };
  };
  show(model.state);
  model.onDidChange(show);
  return item;
}

function describe(state: ChecklistState): StatusText {
  const calm = { severity: LanguageStatusSeverity.Information, busy: false, command: showOutput() };
  switch (state.kind) {
    case 'pending':
      return { ...calm, text: l10n.t('Starting'), detail: NAME, busy: true };
    case 'off':
      return { ...calm, text: l10n.t('Off'), detail: NAME };
    case 'failed':
      return {
        ...calm,
        text: l10n.t('Not working'),
        detail: state.message,
        severity: LanguageStatusSeverity.Error,
      };
    case 'loaded': {
      const { counts, isLoading } = state.checklist;
      const detail = targetWords(state.checklist, l10n);
      return { ...calm, text: countWords(counts, l10n), detail, busy: isLoading, command: showChecklist() };
    }
  }
}

function showOutput(): Command {
  return { command: 'backgroundModes.showOutput', title: l10n.t('Show Output') };
}

function showChecklist(): Command {
  return { command: 'backgroundModes.showChecklist', title: l10n.t('Show Checklist') };
}
