/** How requests are gathered. */
interface Gathering<Asked> {
  /** Requests at the same place are served together. */
  place(asked: Asked): string;
  /** Of one of these there is no second in a group: it waits for the next. */
  one(asked: Asked): string;
  /** How many there are in a group at most. */
  most: number;
}

interface Waiting<Asked, Answer> {
  asked: Asked;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * Serves requests of one process in groups, in the order of arrival: the first is served at once and alone; who comes
 * meanwhile is served in the next group. A group that fails fails for all who are in it.
 *
 * @param serve - answers a group, in its order
 */
export function gathering<Asked, Answer>(
  serve: (group: readonly Asked[]) => Promise<readonly Answer[]>,
  { place, one, most }: Gathering<Asked>,
): (asked: Asked) => Promise<Answer> {
  const queues = new Map<string, Waiting<Asked, Answer>[]>();

  async function serveAll(at: string, queue: Waiting<Asked, Answer>[]): Promise<void> {
    while (queue.length > 0) {
      const group = nextGroup(queue);
      try {
        const answers = await serve(group.map(({ asked }) => asked));
        for (const [index, { resolve }] of group.entries()) resolve(answers[index] as Answer);
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    queues.delete(at);
  }

  function nextGroup(queue: Waiting<Asked, Answer>[]): Waiting<Asked, Answer>[] {
    const present = new Set<string>();
    const group = queue.filter(({ asked }) => {
      const isIn = present.size < most && !present.has(one(asked));
      if (isIn) present.add(one(asked));
      return isIn;
    });
    const served = new Set(group);
    queue.splice(0, queue.length, ...queue.filter((waiting) => !served.has(waiting)));
    return group;
  }

  return (asked) =>
    new Promise((resolve, reject) => {
      const at = place(asked);
      const queue = queues.get(at);
      const waiting = { asked, resolve, reject };
      if (queue) return void queue.push(waiting);
      const first = [waiting];
      queues.set(at, first);
      void serveAll(at, first);
    });
}
