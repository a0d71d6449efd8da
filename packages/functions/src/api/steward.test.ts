import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { type JsonSchema, sampleOf } from "@yigong/testing/sample-body.ts";
import { absent, attending, LATE, SESSION } from "@yigong/testing/scenario/attending.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance({ startAt: Sample.DEADLINE });
const { clock, given, useCases, when } = alliance;
const scene = attending(alliance);
beforeEach(() => alliance.clear());
afterAll(() => alliance.close());

const id = Sample.memberId;
const STEWARD = 99;
const STEWARDS = `/activities/${Sample.activityId()}/stewards`;
const admit = (member: number, by: Parameters<typeof when>[0] = STEWARD) =>
  when(by).post(`${SESSION}/check-ins/${id(member)}`);
const begun = async () => {
  await scene.begun();
  await when("organizer").put(`${STEWARDS}/${id(STEWARD)}`);
};

describe("a steward", () => {
  it("is named for one activity by its organizer, listed, and taken off again; the audit tells", async () => {
    await scene.begun();
    const [stranger, named, again] = [
      await when(1).put(`${STEWARDS}/${id(STEWARD)}`),
      await when("organizer").put(`${STEWARDS}/${id(STEWARD)}`),
      await when("organizer").put(`${STEWARDS}/${id(STEWARD)}`),
    ];

    expect([stranger.body.code, named.status, again.status]).toEqual(["permission.denied", 200, 200]);
    expect((await when("alliance").get(STEWARDS)).body.items).toMatchObject([
      { memberId: id(STEWARD), name: "成员99", namedBy: memberIdOf("organizer") },
    ]);
    expect((await when("organizer").delete(`${STEWARDS}/${id(STEWARD)}`)).status).toBe(204);
    expect((await admit(1)).body.code).toBe("permission.denied");
    expect((await useCases.audits.about(Sample.activityId(), { limit: 9 })).items.map(({ action }) => action)).toEqual([
      "attendance.removeSteward",
      "attendance.nameSteward",
    ]);
  });

  it("is somebody on the roster today", async () => {
    await scene.begun();
    await given.member(98, { leftOn: "2026-09-12" });

    expect((await when("organizer").put(`${STEWARDS}/${id(98)}`)).body.code).toBe("member.missing");
    expect((await when("organizer").put(`${STEWARDS}/${id(77)}`)).body.code).toBe("member.missing");
  });

  it("checks in people with a place, from their list, while check-in is open", async () => {
    await begun();

    expect((await admit(1)).body).toMatchObject({ state: "present", source: "steward", by: id(STEWARD) });
    expect((await admit(1)).body.code).toBe("attendance.already_checked_in");
    expect((await admit(6)).body.code).toBe("attendance.not_participant");
    expect((await admit(4)).body.code).toBe("attendance.not_participant");
    expect((await when(STEWARD).get(`${SESSION}/roll`)).body).toMatchObject({ mayCall: false });
    clock.at = LATE;
    expect((await admit(2)).body.code).toBe("attendance.session_over");
  });

  it("checks in nobody who was called absent, and not themselves", async () => {
    await begun();
    await scene.callRoll("organizer", absent(2));
    await when("organizer").put(`${STEWARDS}/${id(1)}`);

    expect((await admit(2)).body.code).toBe("attendance.absence_stands");
    expect((await admit(1, 1)).body.code).toBe("attendance.own_hours");
  });

  it("of one activity is none of another", async () => {
    await begun();
    const other = `/activities/${Sample.activityId(2)}/sessions/${Sample.sessionId()}`;
    await given.activityAt(
      Sample.activity({ id: Sample.activityId(2), sessions: [Sample.session(3)] }),
      Sample.lifecycle("Execute", Sample.activityId(2)),
    );

    expect((await when(STEWARD).get(`${other}/roll`)).body.code).toBe("permission.denied");
    expect((await when(STEWARD).post(`${other}/check-ins/${id(1)}`)).body.code).toBe("permission.denied");
  });
});

interface Description {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: JsonSchema }> } }>>;
  components: { schemas: Record<string, JsonSchema> };
}
/** What only refinements say, so that a sample of the schema is not taken. */
const REFINED: Record<string, object> = {
  "POST /activities/{id}/diaries": { text: "今天在社区检修宽带，居民很高兴。" },
  "PUT /activities/{id}/diaries/{diaryId}": { text: "今天在社区检修宽带，居民很高兴。" },
  "POST /activities/{id}/served": { clients: [{ mobile: "13800000000" }] },
  "POST /activities/{id}/served/{clientId}/contact": { mobile: "13800000000" },
  "POST /activities/{id}/survey/phone-answers": { clientId: "cli_0001" },
};
const described = async (): Promise<Description> =>
  (await (await alliance.web()).request("/api/openapi.json")).json() as Promise<Description>;
/** Every route under an activity with the smallest body that it takes. */
async function routesOfAnActivity() {
  const { paths, components } = await described();
  return Object.entries(paths).flatMap(([path, methods]) => {
    const [, under] = /^(?:\/api\/v1)?(\/activities\/\{id\}.*)$/.exec(path) ?? [];
    if (under === undefined) return [];
    return Object.entries(methods).map(([method, { requestBody }]) => {
      const name = `${method.toUpperCase()} ${under}`;
      const schema = requestBody?.content["application/json"]?.schema;
      const sample = schema && (sampleOf(schema, components.schemas) as object);
      return { name, method: method.toUpperCase(), path: under, body: sample && { ...sample, ...REFINED[name] } };
    });
  });
}
const ONE = `${"0".repeat(25)}1`;
const filled = (path: string) =>
  path
    .replace("{id}", Sample.activityId())
    .replace("{sessionId}", Sample.sessionId())
    .replace("{memberId}", id(2))
    .replace("{diaryId}", `dia_${ONE}`)
    .replace("{materialId}", `mat_${ONE}`)
    .replace("{correctionId}", `cor_${ONE}`)
    .replace("{needId}", `need_${ONE}`)
    .replace("{clientId}", "cli_0001");

it("lets a steward do two things that others may not, out of all routes of an activity", async () => {
  await begun();
  await given.member(98);
  const more: string[] = [];
  const unread: string[] = [];
  for (const { name, method, path, body } of await routesOfAnActivity()) {
    const answerOf = async (member: number) => {
      const answer = await when(member).send(method, filled(path), body);
      return `${answer.status} ${answer.body?.code ?? ""}`.trim();
    };
    const [anybody, steward] = [await answerOf(98), await answerOf(STEWARD)];
    if (steward !== anybody) more.push(`${name} ${anybody} → ${steward}`);
    if (steward === "400 input.invalid") unread.push(name);
  }

  expect(unread).toEqual([]);
  expect(more).toEqual([
    "GET /activities/{id}/sessions/{sessionId}/roll 403 permission.denied → 200",
    "POST /activities/{id}/sessions/{sessionId}/check-ins/{memberId} 403 permission.denied → 200",
  ]);
});
