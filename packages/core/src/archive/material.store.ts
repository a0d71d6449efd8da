import { auditOps } from "../audit/audit.row.ts";
import { fromCursor } from "../lib/cursor.ts";
import { Refusal } from "../lib/error.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { type Op, put, remove, type Table, transact } from "../lib/table.ts";
import { effectOps } from "../outbox/outbox.row.ts";
import type { Effect } from "../outbox/outbox.ts";
import { materialEntity, saveArchiveOp } from "./archive.row.ts";
import * as Archive from "./archive.ts";
import { allMaterials, archiveOf, present } from "./contents.row.ts";
import * as Material from "./material.ts";
import type { By } from "./register.ts";

const ROUNDS = 8;

/** What becomes of a file, with the effects that leave in the same transaction. */
export interface Decision {
  item: Material.Info;
  effects?: readonly Effect[];
}

/** Knows the files of archives. */
export interface Materials {
  find(activityId: string, materialId: string): Promise<Material.Info | undefined>;
  /** @throws `material.missing` */
  get(activityId: string, materialId: string): Promise<Material.Info>;
  /**
   * Adds an announced file for one write unit. The limit is counted just before, so requests at the very same moment
   * may pass it by a few.
   * @throws `material.too_many`
   */
  add(material: Material.Info): Promise<Material.Info>;
  /** Saves if the status is unmoved; no change, no write. @throws `material.missing`, `material.busy` */
  change(
    activityId: string,
    materialId: string,
    at: string,
    decide: (material: Material.Info) => Decision,
  ): Promise<Material.Info>;
  /**
   * Takes a file out of a draft, with an audit entry. It moves the archive's version, so that an archive is never filed with a file that went.
   * @throws `material.missing`, `archive.filed`, `material.busy`
   */
  discard(activityId: string, materialId: string, who: { at: string; by: By }): Promise<void>;
  /** Deletes the row of a removed file, once its bytes are gone. */
  forget(activityId: string, materialId: string): Promise<void>;
  /** In the order of their announcement; removed ones are left out, so a page may be short. */
  list(activityId: string, page: PageRequest): Promise<Page<Material.Info>>;
  /** All of them, removed ones left out; read consistently. */
  all(activityId: string): Promise<Material.Info[]>;
}

const missing = () => new Refusal("missing", "material.missing", "There is no such file in this archive.");
const busy = () => new Refusal("unavailable", "material.busy", "Others kept changing this file. Try again.");

export function dynamoMaterials(table: Table): Materials {
  const rows = materialEntity(table);
  const rowOf = (material: Material.Info) => {
    const { activityId, id: materialId, status } = material;
    return { activityId, materialId, status, row: material };
  };
  const saveOp = (held: string, after: Material.Info): Op =>
    put(
      rows
        .put(rowOf(after))
        .where(({ status }, { eq }) => eq(status, held))
        .params(),
    );

  async function find(activityId: string, materialId: string) {
    const { data } = await rows.get({ activityId, materialId }).go({ consistent: true });
    return data ? Material.Info.parse(data.row) : undefined;
  }

  async function get(activityId: string, materialId: string) {
    const found = await find(activityId, materialId);
    if (!found) throw missing();
    return found;
  }

  /** Loads, decides and saves with what goes along in the same transaction. */
  async function save(
    load: () => Promise<Material.Info>,
    at: string,
    decide: (material: Material.Info) => Promise<Decision & { along?: Op[] }>,
  ) {
    for (let round = 0; round < ROUNDS; round++) {
      const before = await load();
      const { item, effects = [], along = [] } = await decide(before);
      if (item === before) return before;
      const saved = await transact(table, [saveOp(before.status, item), ...along, ...effectOps(table, effects, at)]);
      if (saved.ok) return item;
    }
    throw busy();
  }

  return {
    find,
    get,
    async add(material) {
      const count = (await allMaterials(table, material.activityId)).length;
      if (count >= Material.MATERIALS_MAXIMUM)
        throw new Refusal(
          "conflict",
          "material.too_many",
          `An archive holds at most ${Material.MATERIALS_MAXIMUM} files.`,
        );
      await transact(table, [put(rows.create(rowOf(material)).params())]);
      return material;
    },
    change: (activityId, materialId, at, decide) =>
      save(
        () => get(activityId, materialId),
        at,
        async (material) => decide(material),
      ),
    async discard(activityId, materialId, { at, by }) {
      const { actorId } = by;
      await save(
        () => get(activityId, materialId),
        at,
        async (material) => {
          const archive = Archive.requireDraft(await archiveOf(table, activityId));
          const entry = { subjectId: activityId, id: material.id, at, action: "material.remove", ...by };
          const along = [
            saveArchiveOp(table, archive, archive),
            ...auditOps(table, [{ ...entry, detail: { materialId, name: material.name } }]),
          ];
          return { ...Material.discard(material, { at, by: actorId }), along };
        },
      );
    },
    async forget(activityId, materialId) {
      const gone = rows.delete({ activityId, materialId }).where(({ status }, { eq }) => eq(status, "removed"));
      await transact(table, [remove(gone.params())]);
    },
    async list(activityId, { limit, cursor }) {
      const query = rows.query.byActivity({ activityId });
      const page = await fromCursor(query.go({ limit, cursor: cursor ?? null, consistent: true }));
      return { items: present(page.data.map(({ row }) => Material.Info.parse(row))), cursor: page.cursor ?? undefined };
    },
    all: (activityId) => allMaterials(table, activityId),
  };
}
