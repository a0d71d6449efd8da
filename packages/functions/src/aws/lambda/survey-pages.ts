import { randomBytes } from "node:crypto";
import { lightActivities } from "@yigong/core/activity/public-page.store.ts";
import { lightTable } from "@yigong/core/lib/http-table.ts";
import { lightSettings } from "@yigong/core/organization/public-page.store.ts";
import { lightSurveys } from "@yigong/core/survey/public-page.store.ts";
import { hmacOf } from "@yigong/application/survey/survey-hmac.ts";
import { Hono } from "hono";
import { observed } from "../../api/observed.ts";
import { DEFAULTS } from "../../lib/default-settings.ts";
import { surveyPages } from "../../pages/survey.tsx";
import { dynamoSend } from "../dynamodb.ts";
import { onHttp } from "../http.ts";
import { lightObserve } from "../light-observe.ts";
import { linkedText } from "../linked-text.ts";
import { signedClient } from "../signed.ts";

const { observe, invocation } = lightObserve();
const table = lightTable({
  name: linkedText("Alliance", "name"),
  send: dynamoSend(signedClient("DYNAMODB", { env: process.env })),
});
const random = () => randomBytes(16).toString("hex");
const pages = surveyPages({
  surveys: lightSurveys(table),
  activities: lightActivities(table),
  settings: lightSettings(table, { ...DEFAULTS, zone: linkedText("Installation", "zone") }).get,
  hmac: hmacOf(Buffer.from(linkedText("SurveySecret", "value", /^[\w-]{43}$/), "base64url")),
  now: () => new Date().toISOString(),
  random,
  report: observe.fault,
});
/** An answer causes no effect, so nobody is woken. */
const bell = { ring: () => undefined, pass: async () => undefined };
const app = new Hono().use("*", observed({ observe, newRequestId: random })).route("/", pages);

export const handler = onHttp({ bell, invocation }, app);
