import { expect, it } from "vitest";
import type { Info } from "./record.ts";
import { minutesServed } from "./service-time.ts";

const session = { id: "ses_1" as never, startsAt: "2026-09-06T01:00:00.000Z", endsAt: "2026-09-06T04:00:00.000Z" };
const row = (more: object): Info =>
  ({
    ...{ activityId: "act_1", sessionId: "ses_1", memberId: "mem_1", version: 0 },
    ...{ state: "present", method: "code", by: "mem_1", at: session.startsAt },
    ...more,
  }) as unknown as Info;

it.each([
  [
    "from check-in to check-out",
    { checkedInAt: "2026-09-06T01:10:00.000Z", checkedOutAt: "2026-09-06T02:10:00.000Z" },
    60,
  ],
  [
    "within the session's own time",
    { checkedInAt: "2026-09-06T00:10:00.000Z", checkedOutAt: "2026-09-06T05:10:00.000Z" },
    180,
  ],
  ["to the end without a check-out", { checkedInAt: "2026-09-06T03:00:00.000Z" }, 60],
  [
    "nothing of who came too late",
    { checkedInAt: "2026-09-06T04:10:00.000Z", checkedOutAt: "2026-09-06T04:20:00.000Z" },
    0,
  ],
  ["nothing of an absence", { state: "absent", checkedInAt: "2026-09-06T01:00:00.000Z" }, 0],
  ["nothing of another session", { sessionId: "ses_2", checkedInAt: "2026-09-06T01:00:00.000Z" }, 0],
])("counts %s", (_, more, minutes) => {
  expect(minutesServed([row(more)], [session])).toBe(minutes);
});
