import { isDeepStrictEqual } from "node:util";
import { GetCommand, PutCommand, type PutCommandInput } from "@aws-sdk/lib-dynamodb";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import { Instant } from "@yigong/core/lib/time.ts";
import * as z from "zod";
import type { Item } from "./item.ts";
import { isEmpty } from "./table-items.ts";

const KEY = { pk: "transfer#import", sk: "marker" };

/** How far an import came: rows and files are copied, then, once they are found to be equal, it comes to life. */
const Phase = z.enum(["copying", "living", "done"]);
type Phase = z.infer<typeof Phase>;

/** The one item of an import, in the target's Alliance table. It stays there. */
const Marker = z.object({
  /** SHA-256 of the manifest: which export it is. */
  manifest: z.string(),
  /** When the import began: what it writes of its own bears this instant, however often it is resumed. */
  at: Instant,
  phase: Phase,
  /** Who imports at the moment; empty when nobody does. */
  owner: z.string(),
  /** Grows while somebody imports. */
  beat: z.int(),
});
type Marker = z.infer<typeof Marker>;

export const isMarker = (item: Item): boolean => item.pk?.S === KEY.pk;

/**
 * Lets tables be read that no import is still to fill.
 *
 * @throws `transfer.unfinished`
 */
export async function requireImported(table: Table): Promise<void> {
  const marker = await load(table);
  if (marker && marker.phase !== "done")
    throw refuse(
      "unfinished",
      "这些表的导入尚未完成 / An import into these tables was not finished: they hold half of an installation.",
    );
}

/** An import that stays silent this long was killed. */
const SILENT_MS = 20_000;
/** At its next step after this time an import says that it goes on. */
const BEAT_MS = 5_000;
const NOBODY = "";

const refuse = (code: string, message: string) => new Refusal("conflict", `transfer.${code}`, message);

/** The right to import, as long as nobody else takes it over. */
export interface Held {
  at: string;
  phase: Phase;
  /** Says that the import goes on; now and then it is written down. @throws `transfer.running` when another took over */
  beat(): Promise<void>;
  /** @throws `transfer.running` */
  reach(phase: Phase): Promise<void>;
  /** Lets the next one come at once. Never fails. */
  letGo(): Promise<void>;
}

export interface Taking {
  table: Table;
  manifest: string;
  at: string;
  resume: boolean;
  /** Tells this import from any other, also of the same export. */
  owner: string;
  pause: (milliseconds: number) => Promise<void>;
}

async function load({ client, alliance }: Table): Promise<Marker | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName: alliance, Key: KEY, ConsistentRead: true }));
  return Item && Marker.parse(Item);
}

const running = () => refuse("running", "另一个导入正在进行 / Another import into these tables is under way.");

/**
 * Puts the marker under a condition.
 *
 * @returns false when the condition does not hold, and it is not our own write of which the reply was lost
 */
async function put(
  table: Table,
  marker: Marker,
  condition: Pick<PutCommandInput, "ConditionExpression" | "ExpressionAttributeNames" | "ExpressionAttributeValues">,
): Promise<boolean> {
  try {
    await table.client.send(new PutCommand({ TableName: table.alliance, Item: { ...KEY, ...marker }, ...condition }));
    return true;
  } catch (error) {
    if (!(error instanceof Error && error.name === "ConditionalCheckFailedException")) throw error;
    return isDeepStrictEqual(await load(table), marker);
  }
}

const ifAbsent = { ConditionExpression: "attribute_not_exists(#pk)", ExpressionAttributeNames: { "#pk": "pk" } };

/** If nobody has beaten since it was read. */
const ifUnmoved = ({ beat }: Marker) => ({
  ConditionExpression: "#beat = :beat",
  ExpressionAttributeNames: { "#beat": "beat" },
  ExpressionAttributeValues: { ":beat": beat },
});

async function begin({ table, manifest, at, owner }: Taking): Promise<Marker> {
  for (const name of [table.alliance, table.ledger])
    if (!(await isEmpty(table.client, name)))
      throw refuse("not_empty", `表 ${name} 不是空的 / The table ${name} is not empty. Import into new tables.`);
  const fresh: Marker = { manifest, at, phase: "copying", owner, beat: 0 };
  if (!(await put(table, fresh, ifAbsent))) throw running();
  return fresh;
}

async function takeOver({ table, resume, owner, pause, manifest }: Taking, found: Marker): Promise<Marker> {
  if (found.manifest !== manifest)
    throw refuse("other_import", "这些表属于另一次导入 / These tables hold the import of another export.");
  if (found.phase === "done") return found;
  if (!resume)
    throw refuse(
      "begun",
      "此导入已开始，请用 --resume 继续 / This import was begun before. Go on with it by --resume.",
    );
  if (found.owner !== NOBODY) await pause(SILENT_MS);
  const next = { ...found, owner, beat: found.beat + 1 };
  if (!(await put(table, next, ifUnmoved(found)))) throw running();
  return next;
}

/**
 * Takes two tables for the import of one export, or takes over from one that was killed.
 *
 * @throws `transfer.not_empty`, `transfer.other_import`, `transfer.begun` without `resume`, `transfer.running` when
 * another import of the same is alive
 */
export async function takeTables(taking: Taking): Promise<Held> {
  const { table } = taking;
  const found = await load(table);
  let marker = found ? await takeOver(taking, found) : await begin(taking);
  let beatenAt = performance.now();
  let moving: Promise<void> = Promise.resolve();
  const move = (change: Partial<Marker>): Promise<void> => {
    const moved = moving.then(async () => {
      const next = { ...marker, ...change, beat: marker.beat + 1 };
      if (!(await put(table, next, ifUnmoved(marker)))) throw running();
      marker = next;
    });
    moving = moved.catch(() => {});
    return moved;
  };
  return {
    at: marker.at,
    phase: marker.phase,
    async beat() {
      if (performance.now() - beatenAt < BEAT_MS) return;
      beatenAt = performance.now();
      await move({});
    },
    reach: (phase) => move({ phase }),
    letGo: () => (marker.phase === "done" ? moving : move({ owner: NOBODY }).catch(() => {})),
  };
}
