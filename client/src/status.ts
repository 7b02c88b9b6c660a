/** The language status item: how the server is, and what it found. */
import { LanguageStatusSeverity, languages } from 'vscode';
import type { ChecklistModel, ChecklistState } from './checklist/model';
import { documentSelector } from './documents';
import type { FindingCounts } from './protocol';

interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly severity: LanguageStatusSeverity;
  readonly busy: boolean;
}

export function createStatusItem(model: ChecklistModel): { dispose(): void } {
  const item = languages.createLanguageStatusItem('backgroundModes.status', documentSelector);
  item.name = 'Background Modes';
  item.command = { command: 'backgroundModes.showOutput', title: 'Show Output' };
  const show = (state: ChecklistState) => {
    const { text, detail, severity, busy } = describe(state);
    item.text = text;
    item.detail = detail;
    item.severity = severity;
    item.busy = busy;
    item.accessibilityInformation = { label: `Background Modes: ${text} ${detail}` };
  };
  show(model.state);
  model.onDidChange(show);
  return item;
}

function describe(state: ChecklistState): StatusText {
  const calm = { severity: LanguageStatusSeverity.Information, busy: false };
  switch (state.kind) {
    case 'pending':
      return { ...calm, text: 'Starting', detail: 'Background Modes', busy: true };
    case 'off':
      return { ...calm, text: 'Off', detail: 'Background Modes' };
    case 'failed':
      return {
        text: 'Not working',
        detail: state.message,
        severity: LanguageStatusSeverity.Error,
        busy: false,
      };
    case 'loaded': {
      const { counts, targets, isLoading } = state.checklist;
      const detail = `Background Modes, ${plural(targets.length, 'target')}`;
      return { ...calm, text: countWords(counts), detail, busy: isLoading };
    }
  }
}

function countWords({ error, warning, information, hint }: FindingCounts): string {
  const notes = information + hint;
  const parts = [
    ...(error > 0 ? [plural(error, 'error')] : []),
    ...(warning > 0 ? [plural(warning, 'warning')] : []),
    ...(notes > 0 ? [plural(notes, 'note')] : []),
  ];
  return parts.length === 0 ? 'No findings' : parts.join(', ');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
