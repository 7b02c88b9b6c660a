/** `1 place`, `3 places` */
export function places(count: number): string {
  return `${count} ${count === 1 ? 'place' : 'places'}`;
}
