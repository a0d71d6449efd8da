import { expect, it } from "vitest";
import { ruled, scheduled } from "./cron.ts";

it.each([
  [{ everySeconds: 60 }, "rate(1 minute)"],
  [{ everySeconds: 900 }, "rate(15 minutes)"],
  [{ everySeconds: 90 }, "rate(2 minutes)"],
])("runs %j at a rate of whole minutes", (when, expression) => {
  expect([scheduled(when), ruled(when, "Asia/Shanghai")]).toEqual([expression, expression]);
});

it("runs once a day at a local time, which a rule says in UTC", () => {
  const when = { everySeconds: 86_400, dailyAt: "09:30" };

  expect(scheduled(when)).toBe("cron(30 9 * * ? *)");
  expect(ruled(when, "Asia/Shanghai")).toBe("cron(30 1 * * ? *)");
  expect(ruled({ ...when, dailyAt: "03:00" }, "Asia/Shanghai")).toBe("cron(0 19 * * ? *)");
});
