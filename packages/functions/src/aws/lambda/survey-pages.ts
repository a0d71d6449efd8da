import { randomBytes } from "node:crypto";
import { hmacOf } from "@yigong/application/survey/survey-hmac.ts";
import { publicPageActivities } from "@yigong/core/activity/public-page.store.ts";
import { httpTable } from "@yigong/core/lib/http-table.ts";
import { publicPageSettings } from "@yigong/core/organization/public-page.store.ts";
import { publicPageSurveys } from "@yigong/core/survey/public-page.store.ts";
import { Hono } from "hono";
import { observeRequests } from "../../api/observe-requests.ts";
import { DEFAULTS } from "../../lib/default-settings.ts";
import { surveyPages } from "../../pages/survey.tsx";
import { consoleObserve } from "../console-observe.ts";
import { dynamoSend } from "../dynamodb.ts";
import { onHttp } from "../http-handler.ts";
import { linkedText } from "../linked-text.ts";
import { signedClient } from "../signed.ts";

const { observe, invocation } = consoleObserve();
const table = httpTable({
  name: linkedText("Alliance", "name"),
  send: dynamoSend(signedClient("DYNAMODB", { env: process.env })),
});
const random = () => randomBytes(16).toString("hex");
const pages = surveyPages({
  surveys: publicPageSurveys(table),
  activities: publicPageActivities(table),
  settings: publicPageSettings(table, { ...DEFAULTS, zone: linkedText("Installation", "zone") }).get,
  hmac: hmacOf(Buffer.from(linkedText("SurveySecret", "value", /^[\w-]{43}$/), "base64url")),
  now: () => new Date().toISOString(),
  random,
  report: observe.fault,
});
/** An answer to a survey causes no effect, so the outbox needs no wake. */
const wake = { request: () => undefined, flush: async () => undefined };
const app = new Hono().use("*", observeRequests({ observe, newRequestId: random })).route("/", pages);

export const handler = onHttp({ wake, invocation }, app);
