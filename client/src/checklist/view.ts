/** The tree view over the checklist's nodes. */
import {
  commands,
  EventEmitter,
  l10n,
  MarkdownString,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Place } from '../protocol';
import type { ChecklistModel, ChecklistState } from './model';
import type { ChecklistNode, NodeIcon, Tooltip } from './node';
import { checklistNodes } from './nodes';
import type { Ticks } from './ticks';

const VIEW_ID = 'backgroundModes.checklist';
/** Says which welcome text an empty view shows. */
const STATE_CONTEXT = 'backgroundModes.checklistState';
/** The view stays away from folders without anything to check, until somebody asks for it. */
const VISIBLE_CONTEXT = 'backgroundModes.checklistVisible';
/** Whether there is anything to clear. */
const TICKS_CONTEXT = 'backgroundModes.checklistHasTicks';

export class ChecklistView implements TreeDataProvider<ChecklistNode> {
  private readonly emitter = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.emitter.event;
  private readonly view: TreeView<ChecklistNode>;
  /** What was last shown. */
  private rows = '';

  constructor(
    private readonly model: ChecklistModel,
    private readonly ticks: Ticks,
  ) {
    this.view = window.createTreeView(VIEW_ID, {
      treeDataProvider: this,
      showCollapseAll: true,
      manageCheckboxStateManually: true,
    });
    this.view.onDidChangeCheckboxState(({ items }) => void this.setTicks(items));
    this.show(model.state);
    model.onDidChange((state) => this.show(state));
    workspace.onDidGrantWorkspaceTrust(() => this.show(model.state));
  }

  get isVisible(): boolean {
    return this.view.visible;
  }

  /** What is selected, for commands that were not called on a row. */
  get selection(): ChecklistNode | undefined {
    return this.view.selection[0];
  }

  /** All rows at the moment; none before the first answer. */
  get nodes(): readonly ChecklistNode[] {
    const { state } = this.model;
    return state.kind === 'loaded' ? checklistNodes(state.checklist, (id) => this.ticks.has(id), l10n) : [];
  }

  async focus(): Promise<void> {
    await commands.executeCommand('setContext', VISIBLE_CONTEXT, true);
    await commands.executeCommand(`${VIEW_ID}.focus`);
  }

  async setTick({ id }: ChecklistNode, isTicked: boolean): Promise<void> {
    await this.ticks.set(id, isTicked);
    this.show(this.model.state);
  }

  async clearTicks(): Promise<void> {
    await this.ticks.clear();
    this.show(this.model.state);
  }

  getChildren(parent?: ChecklistNode): ChecklistNode[] | Promise<ChecklistNode[]> {
    if (parent !== undefined) return [...parent.children];
    // A promise that is pending makes VS Code show the view's progress bar.
    return this.model.state.kind === 'pending' ? this.whenSettled() : [...this.nodes];
  }

  getTreeItem(node: ChecklistNode): TreeItem {
    const item = new TreeItem(node.label, collapsibleState(node));
    item.id = node.id;
    item.description = node.description;
    item.tooltip = tooltip(node.tooltip);
    item.iconPath = themeIcon(node.icon);
    item.accessibilityInformation = { label: node.accessibleLabel, role: 'treeitem' };
    item.contextValue = abilities(node).join(' ');
    if (node.isTickable === true) item.checkboxState = checkbox(node);
    if (node.place !== undefined) item.command = openCommand(node.place);
    else if (node.isTickable === true) item.command = tickCommand(node);
    return item;
  }

  dispose(): void {
    this.view.dispose();
    this.emitter.dispose();
  }

  private async setTicks(items: readonly (readonly [ChecklistNode, TreeItemCheckboxState])[]): Promise<void> {
    for (const [node, state] of items) await this.setTick(node, state === TreeItemCheckboxState.Checked);
  }

  private whenSettled(): Promise<ChecklistNode[]> {
    return new Promise((resolve) => {
      const subscription = this.model.onDidChange((state) => {
        if (state.kind === 'pending') return;
        subscription.dispose();
        resolve([...this.nodes]);
      });
    });
  }

  private show(state: ChecklistState): void {
    void commands.executeCommand('setContext', STATE_CONTEXT, state.kind);
    void commands.executeCommand('setContext', TICKS_CONTEXT, !this.ticks.isEmpty);
    if (state.kind === 'loaded' && state.checklist.targets.length > 0) {
      void commands.executeCommand('setContext', VISIBLE_CONTEXT, true);
    }
    const { nodes } = this;
    this.view.message = message(state, nodes);
    const rows = JSON.stringify([state.kind, nodes]);
    // A menu that is open loses its row when the tree is made anew, so that happens only when there is something new.
    if (rows === this.rows) return;
    this.rows = rows;
    this.emitter.fire();
  }
}

/** A message hides the welcome text, so there is none where there are no rows. */
function message(state: ChecklistState, nodes: readonly ChecklistNode[]): string {
  if (state.kind === 'loaded' && state.checklist.isLoading) return l10n.t('Reading the workspace…');
  return nodes.length > 0 && !workspace.isTrusted
    ? l10n.t('Restricted Mode: everything is checked, nothing is changed')
    : '';
}

function collapsibleState(node: ChecklistNode): TreeItemCollapsibleState {
  if (node.children.length === 0) return TreeItemCollapsibleState.None;
  return node.isExpanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

function themeIcon({ id, color }: NodeIcon): ThemeIcon {
  return new ThemeIcon(id, color === undefined ? undefined : new ThemeColor(color));
}

function tooltip(text: Tooltip): string | MarkdownString {
  return typeof text === 'string' ? text : new MarkdownString(text.markdown);
}

/** What the menus offer: `viewItem` in package.json. */
function abilities({ addable, fixes, isTickable, page, place, targetId }: ChecklistNode): string[] {
  return [
    ...(targetId === undefined ? [] : ['target']),
    ...(fixes === undefined || fixes.length === 0 ? [] : ['fixable']),
    ...(addable === undefined ? [] : ['addable']),
    ...(page === undefined ? [] : ['explained']),
    ...(place === undefined ? [] : ['placed']),
    ...(isTickable === true ? ['tickable'] : []),
  ];
}

function checkbox({ isDone, accessibleLabel }: ChecklistNode) {
  return {
    state: isDone === true ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip: isDone === true ? l10n.t('Done by hand') : l10n.t('Tick when you have done it'),
    accessibilityInformation: { label: accessibleLabel },
  };
}

function openCommand({ uri, range: { start, end } }: Place) {
  const selection = new Range(start.line, start.character, end.line, end.character);
  return { command: 'vscode.open', title: l10n.t('Open'), arguments: [Uri.parse(uri), { selection }] };
}

function tickCommand(node: ChecklistNode) {
  return { command: 'backgroundModes.toggleTick', title: l10n.t('Tick or untick'), arguments: [node] };
}
