import { inTurn } from "../lib/in-turn.ts";
import type { Table } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import { sessionDocuments, stepUpDocuments } from "./session.row.ts";
import * as StepUp from "./step-up.ts";

/** The one-time codes by which somebody in a session proves anew who they are. Reads are consistent. */
export interface StepUps {
  find(memberId: string): Promise<StepUp.Info | undefined>;
  /** Writes the next code's number with the effect that sends it. @throws `auth.too_many_codes`, `store.busy` */
  ask(
    asking: StepUp.Asking,
    at: string,
    caused: (row: StepUp.Info) => Caused,
  ): Promise<{ row: StepUp.Info; isNew: boolean }>;
  /** Counts a code that is tried; of those sent at once no more than the limit are counted. @throws `auth.no_code`, `auth.too_many_tries`, `store.busy` */
  countTry(asking: StepUp.Asking, at: string): Promise<StepUp.Info>;
  /** Uses a right code up and lets it count for its session, in one transaction. @throws `auth.no_code`, `store.busy` when the session has ended meanwhile */
  use(counted: StepUp.Info, until: string): Promise<void>;
}

export function dynamoStepUps(table: Table): StepUps {
  const rows = stepUpDocuments(table);
  const sessions = sessionDocuments(table);
  const counting = inTurn();
  return {
    find: (memberId) => rows.find({ memberId }),
    async ask(asking, at, caused) {
      let isNew = false;
      const decide = (before: StepUp.Info | undefined) => {
        const item = StepUp.ask(before, asking, at);
        isNew = item !== before;
        return { item };
      };
      const row = await rows.changeOrCreate(asking, decide, ({ item }) => causedOps(table, caused(item), at));
      return { row, isNew };
    },
    countTry: (asking, at) =>
      counting(asking.memberId, () =>
        rows.changeOrCreate<{ item: StepUp.Info }>(asking, (row) => ({
          item: StepUp.tried(row, asking.sessionId, at),
        })),
      ),
    async use({ memberId, sessionId, number }, until) {
      const counts = sessions.ops.patch({ id: sessionId }, { stepUpUntil: until });
      await rows.change(
        { memberId },
        (row) => ({ item: StepUp.used(row, number) }),
        () => [counts],
      );
    },
  };
}
