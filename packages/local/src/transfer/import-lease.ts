import { isDeepStrictEqual } from "node:util";
import { GetCommand, PutCommand, type PutCommandInput } from "@aws-sdk/lib-dynamodb";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import { Instant } from "@yigong/core/lib/time.ts";
import * as z from "zod";
import type { Item } from "./item.ts";
import { isEmpty } from "./table-items.ts";

const KEY = { pk: "transfer#import", sk: "marker" };

/** copying: rows and files are copied and compared. living: the live rows are imported (see row-kind.ts). */
const Phase = z.enum(["copying", "living", "done"]);
type Phase = z.infer<typeof Phase>;

/** The item of an import in the target's Alliance table, which is kept afterwards. It is a lease with a heartbeat. */
const Marker = z.object({
  /** SHA-256 of the manifest, which identifies the export. */
  manifest: z.string(),
  /** When the import began. Rows that the import itself creates have this instant, also after a resume. */
  at: Instant,
  phase: Phase,
  /** The process that holds the lease; empty when it was released. */
  owner: z.string(),
  /** Heartbeat counter, also the version for the optimistic lock. */
  beat: z.int(),
});
type Marker = z.infer<typeof Marker>;

export const isMarker = (item: Item): boolean => item.pk?.S === KEY.pk;

/**
 * Checks that no unfinished import is in the tables.
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

/** A lease without a heartbeat for this long may be taken over. */
const LEASE_TIMEOUT_MS = 20_000;
/** Least time between two heartbeats. */
const BEAT_MS = 5_000;
const NOBODY = "";

const refuse = (code: string, message: string) => new Refusal("conflict", `transfer.${code}`, message);

/** The exclusive right to import into the tables, until another process takes it over. */
export interface Lease {
  at: string;
  phase: Phase;
  /** Renews the lease, with at most one write per BEAT_MS. @throws `transfer.running` when another process took it over */
  beat(): Promise<void>;
  /** @throws `transfer.running` */
  reach(phase: Phase): Promise<void>;
  /** Releases the lease, so that a resume need not wait for the timeout. Never throws. */
  release(): Promise<void>;
}

export interface LeaseRequest {
  table: Table;
  manifest: string;
  at: string;
  resume: boolean;
  /** Unique per process and call. */
  owner: string;
  pause: (milliseconds: number) => Promise<void>;
}

async function load({ client, alliance }: Table): Promise<Marker | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName: alliance, Key: KEY, ConsistentRead: true }));
  return Item && Marker.parse(Item);
}

const running = () => refuse("running", "另一个导入正在进行 / Another import into these tables is under way.");

/**
 * Writes the marker conditionally. A failed condition counts as success when the stored marker is the one written here:
 * then the reply to an earlier attempt was lost.
 *
 * @returns whether the marker was written
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

/** Optimistic lock: the marker has not changed since it was read. */
const ifUnmoved = ({ beat }: Marker) => ({
  ConditionExpression: "#beat = :beat",
  ExpressionAttributeNames: { "#beat": "beat" },
  ExpressionAttributeValues: { ":beat": beat },
});

async function begin({ table, manifest, at, owner }: LeaseRequest): Promise<Marker> {
  for (const name of [table.alliance, table.ledger])
    if (!(await isEmpty(table.client, name)))
      throw refuse("not_empty", `表 ${name} 不是空的 / The table ${name} is not empty. Import into new tables.`);
  const fresh: Marker = { manifest, at, phase: "copying", owner, beat: 0 };
  if (!(await put(table, fresh, ifAbsent))) throw running();
  return fresh;
}

async function takeOver({ table, resume, owner, pause, manifest }: LeaseRequest, found: Marker): Promise<Marker> {
  if (found.manifest !== manifest)
    throw refuse("other_import", "这些表属于另一次导入 / These tables hold the import of another export.");
  if (found.phase === "done") return found;
  if (!resume)
    throw refuse(
      "begun",
      "此导入已开始，请用 --resume 继续 / This import was begun before. Go on with it by --resume.",
    );
  if (found.owner !== NOBODY) await pause(LEASE_TIMEOUT_MS);
  const next = { ...found, owner, beat: found.beat + 1 };
  if (!(await put(table, next, ifUnmoved(found)))) throw running();
  return next;
}

/**
 * Acquires the lease on two tables for the import of an export, or takes it over from a process that was killed.
 *
 * @throws `transfer.not_empty`, `transfer.other_import`, `transfer.begun` without `resume`, `transfer.running` when
 * another import of the same is alive
 */
export async function acquireLease(request: LeaseRequest): Promise<Lease> {
  const { table } = request;
  const found = await load(table);
  let marker = found ? await takeOver(request, found) : await begin(request);
  let lastBeatAt = performance.now();
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
      if (performance.now() - lastBeatAt < BEAT_MS) return;
      lastBeatAt = performance.now();
      await move({});
    },
    reach: (phase) => move({ phase }),
    release: () => (marker.phase === "done" ? moving : move({ owner: NOBODY }).catch(() => {})),
  };
}
