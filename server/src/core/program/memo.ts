/**
 * Remembers something about an object for as long as the object is there. Unlike a `WeakMap` it is not asked when young
 * objects are collected: there, each version of an open document would be kept until all memory is looked through.
 */
export class Memo<Key extends object, Value> {
  readonly #slot = Symbol('memo');

  get(key: Key): Value | undefined {
    const slots = key as Slots<Value>;
    return slots[this.#slot];
  }

  /** Kept on the object, where neither loops nor copies nor comparisons see it. */
  set(key: Key, value: Value): void {
    const slots = key as Slots<Value>;
    if (slots[this.#slot] === undefined)
      Object.defineProperty(key, this.#slot, { value, writable: true, configurable: true });
    else slots[this.#slot] = value;
  }

  /** What is remembered, made when it is first asked for. */
  of(key: Key, make: () => Value): Value {
    const known = this.get(key);
    if (known !== undefined) return known;
    const value = make();
    this.set(key, value);
    return value;
  }
}

interface Slots<Value> {
  [slot: symbol]: Value | undefined;
}
