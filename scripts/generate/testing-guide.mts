/** Writes docs/guides/testing.md from the steps by hand of the checklist. */
import { type ManualStep, manualSteps } from '../../server/src/core/catalog/manual-steps';

const introduction = `# Testing what happens in the background

The debugger keeps the app from being suspended, so that most of what can go wrong cannot happen under it. Apple's advice, in full:
[Testing and Debugging Code Running in the Background](https://developer.apple.com/forums/thread/796528).

- **Unit-test the logic** apart from its triggers: a background launch is a bad place to look for mistakes in it.
- **Log, with levels and categories** (\`Logger\`), and read the log afterwards; keep the log points in the product.
- **Attach late, detach again** when you need to look at one thing (Debug ▸ Attach to Process).
- **Never ship** what launches tasks by hand ([private-background-api](../rules/private-background-api.md)).

The steps below are those of the checklist in the editor, which offers each target the ones that fit, to be ticked.`;

export function testingGuide(): string {
  const special = manualSteps.filter(({ appliesTo }) => appliesTo !== 'everything');
  const parts = [
    introduction,
    '## Whatever the app does',
    list(manualSteps.filter((step) => !special.includes(step))),
    '## What depends on it',
    list(special),
  ];
  return `${parts.join('\n\n')}\n`;
}

function list(steps: readonly ManualStep[]): string {
  return steps.map(item).join('\n');
}

/** Modes are named; which APIs a step is about is told by its title. */
function item({ title, how, appliesTo, sources }: ManualStep): string {
  const modes = appliesTo === 'everything' ? [] : (appliesTo.modes ?? []).map((mode) => `\`${mode}\``);
  const subject = modes.length === 0 ? '' : ` (${modes.join(', ')})`;
  const links = sources.map((source, index) => `[${index + 1}](${source})`).join(', ');
  return `- **${title}**${subject}: ${how.replaceAll('\n\n', '\n\n  ')} (${links})`;
}
