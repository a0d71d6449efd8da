import { PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { CloudScene, CloudStep } from "./scene.ts";

/** Enough that no answer of a function carries them. */
const ROWS = 20;
const EVIDENCE = Array.from({ length: 850 }, () => "x".repeat(400));

/**
 * A ledger whose export is larger than what a function may answer, and is fetched by a link instead.
 *
 * Its rows are made large by hand, so nothing may be computed from them afterwards.
 */
async function download(scene: CloudScene) {
  const { client, ledger: TableName } = scene.cloud.table;
  const { Items = [] } = await client.send(new ScanCommand({ TableName }));
  const entries = Items.filter(({ __edb_e__ }) => __edb_e__ === "entry").slice(0, ROWS);
  for (const item of entries) {
    const row = { ...(item.row as object), evidence: EVIDENCE };
    await client.send(new PutCommand({ TableName, Item: { ...item, row } }));
  }
  const text = await scene.download("000132", "/exports/ledger.jsonl");
  if (text.length < ROWS * 340_000) throw new Error(`The export has ${text.length} characters.`);
}

export const LARGE: readonly CloudStep[] = [{ title: "a large export comes by a link", run: download }];
