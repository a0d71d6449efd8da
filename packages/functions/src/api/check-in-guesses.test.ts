import { dynamoAttendances } from "@yigong/core/attendance/attendance.store.ts";
import { codeAt } from "@yigong/core/attendance/code.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { attending, day, IN_TIME } from "@yigong/testing/scenario/attending.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, expect, it } from "vitest";

const alliance = await testAlliance({ startAt: Sample.DEADLINE });
const { clock, useCases } = alliance;
const scene = attending(alliance);
beforeEach(() => alliance.clear());
afterAll(() => alliance.close());

const AT_ONCE = 500;
const LIMIT = 10;

/** Codes that are wrong at `IN_TIME`. */
function wrongCodes(count: number): string[] {
  const source = { secret: useCases.secrets.checkIns, activityId: Sample.activityId(), sessionId: Sample.sessionId() };
  const right = [IN_TIME, day("00:54:30.000")].map((at) => codeAt(source, at).code);
  const all = Array.from({ length: count + right.length }, (_, n) => String(n * 1_777).padStart(6, "0"));
  return all.filter((code) => !right.includes(code)).slice(0, count);
}
const codesOf = (answers: { body: { code?: string } }[]) =>
  Object.fromEntries(
    [...Map.groupBy(answers, ({ body }) => body.code ?? "in")].map(([code, all]) => [code, all.length]),
  );

it("compares ten of 500 guesses at once, answers 429 to the rest, and lets everybody else in meanwhile", async () => {
  await scene.begun();
  const { code } = await scene.screen();
  const guesses = wrongCodes(AT_ONCE).map((guess) => scene.checkIn(1, guess));
  const [answers, second, third] = await Promise.all([
    Promise.all(guesses),
    scene.checkIn(2, code),
    scene.checkIn(3, code),
  ]);

  expect(codesOf(answers)).toEqual({
    "attendance.code_invalid": LIMIT,
    "attendance.too_many_tries": AT_ONCE - LIMIT,
  });
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400, 429]));
  expect([second.status, third.status]).toEqual([200, 200]);
  expect((await scene.checkIn(1, code)).status).toBe(429);

  clock.at = day("01:05:00.000");

  expect((await scene.checkIn(1)).status).toBe(200);
}, 120_000);

it("does not let the right one through that is guessed among too many", async () => {
  await scene.begun();
  const { code } = await scene.screen();
  for (const guess of wrongCodes(LIMIT)) await scene.checkIn(1, guess);
  const answers = await Promise.all([code, ...wrongCodes(50), code].map((guess) => scene.checkIn(1, guess)));

  expect(codesOf(answers)).toEqual({ "attendance.too_many_tries": 52 });
  expect(await scene.rowOf(1)).toBeUndefined();
});

it("counts no more than the limit when many processes count at once", async () => {
  const processes = Array.from({ length: 30 }, () => dynamoAttendances(useCases.table));
  const counted = await Promise.allSettled(
    processes.map((one) => one.countTry(Sample.activityId(), Sample.memberId(1), IN_TIME)),
  );
  const refused = counted.flatMap((one) => (one.status === "rejected" ? [(one.reason as { code: string }).code] : []));

  expect(refused).toEqual(Array(processes.length - LIMIT).fill("attendance.too_many_tries"));
});
