const RealDate = Date;
let now = RealDate.now();

/** Puts `Date` to an instant, in epoch milliseconds, where it stands until the next call; timers stay real. */
export function setClock(at: number): void {
  now = at;
}

// A Proxy, so that what was made before is still a Date, and `Date()` can be called.
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args: unknown[], newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now] : args, newTarget) as object,
  apply: () => new RealDate(now).toString(),
  get: (target, name, receiver) => (name === "now" ? () => now : (Reflect.get(target, name, receiver) as unknown)),
});
