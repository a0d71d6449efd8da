import { auditOps } from "../audit/audit.row.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { type Table, transact } from "../lib/table.ts";
import { effectOps } from "../outbox/outbox.row.ts";
import type { Effect } from "../outbox/outbox.ts";
import { archiveRefusal } from "./archive.refusals.ts";
import { archiveDocuments, materialDocuments } from "./archive.row.ts";
import * as Archive from "./archive.ts";
import { allMaterials, present } from "./contents.row.ts";
import * as Material from "./material.ts";
import type { By } from "./register.ts";

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
  /** Saves if the status is unmoved; no change, no write. @throws `material.missing`, `store.busy` */
  change(
    activityId: string,
    materialId: string,
    at: string,
    decide: (material: Material.Info) => Decision,
  ): Promise<Material.Info>;
  /**
   * Takes a file out of a draft, with an audit entry. It moves the archive's version, so that an archive is never filed with a file that went.
   * @throws `material.missing`, `archive.filed`, `store.busy`
   */
  discard(activityId: string, materialId: string, who: { at: string; by: By }): Promise<void>;
  /** Deletes the row of a removed file, once its bytes are gone. */
  forget(activityId: string, materialId: string): Promise<void>;
  /** In the order of their announcement; removed ones are left out, so a page may be short. */
  list(activityId: string, page: PageRequest): Promise<Page<Material.Info>>;
  /** All of them, removed ones left out; read consistently. */
  all(activityId: string): Promise<Material.Info[]>;
}

export function dynamoMaterials(table: Table): Materials {
  const rows = materialDocuments(table);
  const archives = archiveDocuments(table);
  return {
    find: (activityId, materialId) => rows.find({ activityId, materialId }),
    get: (activityId, materialId) => rows.get({ activityId, materialId }),
    async add(material) {
      const count = (await allMaterials(table, material.activityId)).length;
      if (count >= Material.MATERIALS_MAXIMUM)
        throw archiveRefusal("material.too_many", { most: Material.MATERIALS_MAXIMUM });
      await rows.create(material);
      return material;
    },
    change: (activityId, materialId, at, decide) =>
      rows.change({ activityId, materialId }, decide, ({ effects = [] }) => effectOps(table, effects, at)),
    async discard(activityId, materialId, { at, by }) {
      await rows.change(
        { activityId, materialId },
        async (material) => {
          const archive = Archive.requireDraft(await archives.get({ activityId }));
          return { ...Material.discard(material, { at, by: by.actorId }), archive };
        },
        ({ effects = [], archive }, { id, name }) => {
          const entry = { subjectId: activityId, id, at, action: "material.remove", ...by };
          return [
            archives.ops.save(archive, archive),
            ...auditOps(table, [{ ...entry, detail: { materialId, name } }]),
            ...effectOps(table, effects, at),
          ];
        },
      );
    },
    async forget(activityId, materialId) {
      const gone = rows.ops.remove({ activityId, materialId }, ({ status }, { eq }) => eq(status, "removed"));
      await transact(table, [gone]);
    },
    async list(activityId, page) {
      const { items, cursor } = await rows.list("key", { activityId }, page);
      return { items: present(items), cursor };
    },
    all: (activityId) => allMaterials(table, activityId),
  };
}
