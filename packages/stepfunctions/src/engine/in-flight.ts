/** Counts operations in flight, and lets callers wait until there are none. */
export function openInFlight() {
  let count = 0;
  let waiters: (() => void)[] = [];
  return {
    begin: () => {
      count += 1;
    },
    end: () => {
      count -= 1;
      if (count > 0) return;
      const notified = waiters;
      waiters = [];
      for (const notify of notified) notify();
    },
    async idle(): Promise<void> {
      while (count > 0) await new Promise<void>((resolve) => waiters.push(resolve));
    },
  };
}

export type InFlight = ReturnType<typeof openInFlight>;
