/** Of a selector of Objective-C what a message begins with: `setCategory` of `setCategory:error:`. */
export function firstPiece(selector: string): string {
  const colon = selector.indexOf(':');
  return colon === -1 ? selector : selector.slice(0, colon);
}
