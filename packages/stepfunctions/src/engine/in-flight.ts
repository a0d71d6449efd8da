/** Counts what is under way; tells those who wait when nothing is. */
export function openBusy() {
  let count = 0;
  let waiting: (() => void)[] = [];
  const leave = () => {
    count -= 1;
    if (count > 0) return;
    const told = waiting;
    waiting = [];
    for (const tell of told) tell();
  };
  return {
    enter: () => {
      count += 1;
    },
    leave,
    async idle(): Promise<void> {
      while (count > 0) await new Promise<void>((resolve) => waiting.push(resolve));
    },
  };
}

export type Busy = ReturnType<typeof openBusy>;
