import { fillTemplate } from "../jsonata/template.ts";
import { isObject, type Json, type JsonObject } from "../lib/json.ts";
import { maxPayloadBytes } from "../lib/limits.ts";
import { bindingsOf, stateEntryOf } from "../run/bindings.ts";
import { type Branch, type Run, stateOf } from "../run/run.ts";
import { numberField } from "./number-field.ts";

/** Groups a distributed Map's items by its ItemBatcher; without one the items are returned unchanged.
 * @source https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html */
export async function batchItems(run: Run, branch: Branch, now: number, items: Json[]): Promise<Json[]> {
  const batcher = stateOf(run, branch).ItemBatcher;
  if (!batcher) return items;
  const most = async (field: "MaxItemsPerBatch" | "MaxInputBytesPerBatch", max: number) => {
    const asked = { field, template: batcher[field], bounds: { min: 1, max } };
    return (await numberField(run, branch, now, asked)) ?? max;
  };
  const maxItems = await most("MaxItemsPerBatch", Number.MAX_SAFE_INTEGER);
  const maxBytes = await most("MaxInputBytesPerBatch", maxPayloadBytes);
  const common = await commonInput(run, branch, now, batcher.BatchInput);
  return group(items, maxItems, maxBytes - Buffer.byteLength(JSON.stringify({ ...common, Items: [] }))).map((each) => ({
    ...common,
    Items: each,
  }));
}

async function commonInput(run: Run, branch: Branch, now: number, template: Json | undefined): Promise<JsonObject> {
  if (template === undefined) return {};
  const value = await fillTemplate(
    template,
    "ItemBatcher/BatchInput",
    bindingsOf(run, branch, now),
    stateEntryOf(branch),
  );
  return isObject(value) ? { BatchInput: value } : {};
}

function group(items: Json[], maxItems: number, maxBytes: number): Json[][] {
  const groups: Json[][] = [];
  let bytes = 0;
  for (const item of items) {
    const size = Buffer.byteLength(JSON.stringify(item)) + 1;
    const last = groups.at(-1);
    if (last && last.length < maxItems && bytes + size <= maxBytes) {
      last.push(item);
      bytes += size;
    } else {
      groups.push([item]);
      bytes = size;
    }
  }
  return groups;
}
