/** The tree view over the checklist's nodes. */
import {
  commands,
  EventEmitter,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
} from 'vscode';
import type { Place } from '../protocol';
import type { ChecklistModel, ChecklistState } from './model';
import { type ChecklistNode, checklistNodes } from './nodes';

const VIEW_ID = 'backgroundModes.checklist';
/** Says which welcome text an empty view shows. */
const STATE_CONTEXT = 'backgroundModes.checklistState';
/** The view stays away from folders without anything to check, until somebody asks for it. */
const VISIBLE_CONTEXT = 'backgroundModes.checklistVisible';

export class ChecklistView implements TreeDataProvider<ChecklistNode> {
  private readonly emitter = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.emitter.event;
  private readonly view: TreeView<ChecklistNode>;

  constructor(private readonly model: ChecklistModel) {
    this.view = window.createTreeView(VIEW_ID, { treeDataProvider: this, showCollapseAll: true });
    this.show(model.state);
    model.onDidChange((state) => this.show(state));
  }

  get isVisible(): boolean {
    return this.view.visible;
  }

  async focus(): Promise<void> {
    await commands.executeCommand('setContext', VISIBLE_CONTEXT, true);
    await commands.executeCommand(`${VIEW_ID}.focus`);
  }

  getChildren(parent?: ChecklistNode): ChecklistNode[] | Promise<ChecklistNode[]> {
    if (parent !== undefined) return [...parent.children];
    const { state } = this.model;
    if (state.kind === 'loaded') return checklistNodes(state.checklist);
    // A promise that is pending makes VS Code show the view's progress bar.
    return state.kind === 'pending' ? this.whenSettled() : [];
  }

  getTreeItem(node: ChecklistNode): TreeItem {
    const item = new TreeItem(node.label, collapsibleState(node));
    item.id = node.id;
    item.description = node.description;
    item.tooltip = node.tooltip;
    item.iconPath = new ThemeIcon(
      node.icon.id,
      node.icon.color === undefined ? undefined : new ThemeColor(node.icon.color),
    );
    item.accessibilityInformation = { label: node.accessibleLabel, role: 'treeitem' };
    if (node.targetId !== undefined) item.contextValue = 'target';
    if (node.place !== undefined) item.command = openCommand(node.place);
    return item;
  }

  dispose(): void {
    this.view.dispose();
    this.emitter.dispose();
  }

  private whenSettled(): Promise<ChecklistNode[]> {
    return new Promise((resolve) => {
      const subscription = this.model.onDidChange((state) => {
        if (state.kind === 'pending') return;
        subscription.dispose();
        resolve(state.kind === 'loaded' ? checklistNodes(state.checklist) : []);
      });
    });
  }

  private show(state: ChecklistState): void {
    void commands.executeCommand('setContext', STATE_CONTEXT, state.kind);
    if (state.kind === 'loaded' && state.checklist.targets.length > 0) {
      void commands.executeCommand('setContext', VISIBLE_CONTEXT, true);
    }
    const isReading = state.kind === 'loaded' && state.checklist.isLoading;
    this.view.message = isReading ? 'Reading the workspace…' : '';
    this.emitter.fire();
  }
}

function collapsibleState(node: ChecklistNode): TreeItemCollapsibleState {
  if (node.children.length === 0) return TreeItemCollapsibleState.None;
  return node.isExpanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

function openCommand({ uri, range: { start, end } }: Place) {
  const selection = new Range(start.line, start.character, end.line, end.character);
  return { command: 'vscode.open', title: 'Open', arguments: [Uri.parse(uri), { selection }] };
}
