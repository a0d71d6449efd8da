import type { EngineContext } from "../engine/engine-context.ts";
import type { JsonObject } from "../lib/json.ts";
import type { HistoryEvent } from "../run/run.ts";
import { requireExecution } from "./executions.ts";
import { type Input, pageToken, seconds } from "./input.ts";

/** The member of HistoryEvent that has an event's details: one per event type, but two shared by all state types. */
function detailsMember(type: string): string {
  if (type.endsWith("StateEntered")) return "stateEnteredEventDetails";
  if (type.endsWith("StateExited")) return "stateExitedEventDetails";
  return `${type[0]?.toLowerCase() ?? ""}${type.slice(1)}EventDetails`;
}

function describeEvent(event: HistoryEvent, includeData: boolean): JsonObject {
  const { id, previousEventId, timestamp, type, details } = event;
  const head = { timestamp: seconds(timestamp), type, id, previousEventId };
  if (details === undefined) return head;
  return { ...head, [detailsMember(type)]: includeData ? details : withoutData(details) };
}

const dataFields = new Set(["input", "output", "parameters", "assignedVariables"]);

const withoutData = (details: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(details).filter(([name]) => !dataFields.has(name)));

export async function getExecutionHistory(context: EngineContext, input: Input): Promise<JsonObject> {
  const { id, lastEventId } = requireExecution(context, input.text("executionArn"));
  const limit = input.whole("maxResults", { least: 0, most: 1000, otherwise: 100 }) || 100;
  const reverse = input.flag("reverseOrder", false);
  const from = Number(pageToken.read(input.optional("nextToken"), 1)?.[0] ?? (reverse ? lastEventId : 1));
  const first = reverse ? from - limit + 1 : from;
  const page = context.store.events(id, Math.max(first, 1), first + limit - 1);
  if (reverse) page.reverse();
  const events = page.map((event) => describeEvent(event, input.flag("includeExecutionData", true)));
  const next = reverse ? first - 1 : first + limit;
  const more = reverse ? next >= 1 : next <= lastEventId;
  return more ? { events, nextToken: pageToken.make([next]) } : { events };
}
