/** What an app.json is for: many tools have a file of this name. */

/**
 * Whether it configures an app made with Expo, which keeps its background modes there. Broken JSON counts when it names Expo:
 * it may be unfinished.
 */
export function configuresExpo(text: string): boolean {
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === 'object' && content !== null && 'expo' in content;
  } catch {
    return text.includes('"expo"');
  }
}
