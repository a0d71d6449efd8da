import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { openApiDocument } from "@yigong/functions/api/openapi-document.ts";
import { v1 } from "@yigong/functions/composition/v1.ts";
import { attending } from "@yigong/testing/scenario/attending.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, expect, it } from "vitest";
import { addressIn, type Document, headersIn, routesOf } from "./every-route.ts";
import { samplesOf } from "./request-samples.ts";

const alliance = await testAlliance({ startAt: Sample.DEADLINE });
afterAll(() => alliance.close());

const STEWARD = 99;
const ANYBODY = 98;

it("lets a steward do two things more than anybody, out of all routes of their activity: look at the roll, check in", async () => {
  await attending(alliance).begun();
  await alliance.given.member(ANYBODY);
  const { when, useCases } = alliance;
  await when("organizer").put(`/activities/${Sample.activityId()}/stewards/${Sample.memberId(STEWARD)}`);
  const document = openApiDocument(v1(useCases)) as unknown as Document;
  const known = {
    act: Sample.activityId(),
    ses: Sample.sessionId(),
    pos: Sample.positionId(),
    mem: Sample.memberId(2),
  };
  const tools = samplesOf(document.components.schemas, known);
  const routes = routesOf(document).filter(({ path }) => path.startsWith("/activities/{id}"));
  const more: string[] = [];
  for (const route of routes) {
    const answerOf = async (member: number) => {
      const body = route.body && tools.sample(route.body);
      const to = addressIn(route, tools, { id: known.act });
      const answer = await when(member).send(route.method, to, body, headersIn(route, tools));
      return `${answer.status} ${answer.body?.code ?? ""}`.trim();
    };
    const [anybody, steward] = [await answerOf(ANYBODY), await answerOf(STEWARD)];
    if (steward !== anybody) more.push(`${route.method} ${route.path}: ${anybody}, ${steward}`);
  }

  expect(routes.length).toBeGreaterThan(70);
  expect(more).toEqual([
    "GET /activities/{id}/sessions/{sessionId}/roll: 403 permission.denied, 200",
    "POST /activities/{id}/sessions/{sessionId}/check-ins/{memberId}: 403 permission.denied, 200",
  ]);
});
