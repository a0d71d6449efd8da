import { changeItem } from "../lib/change.ts";
import { fromCursor } from "../lib/cursor.ts";
import { Refusal } from "../lib/error.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { put, remove, type Table, transact } from "../lib/table.ts";
import { diaryEntity } from "./archive.row.ts";
import * as Diary from "./diary.ts";

/** Which diary; the author is part of the key, so that nobody reaches another's. */
export interface DiaryKey {
  activityId: string;
  authorId: string;
  diaryId: string;
}

/** Knows the diaries of an activity. */
export interface Diaries {
  /** @throws `diary.missing` */
  get(key: DiaryKey): Promise<Diary.Info>;
  /** Adds one for one write unit a kilobyte; one whose id is there already is handed back as it is. @throws `diary.too_many` */
  add(diary: Diary.Info): Promise<Diary.Info>;
  /** Saves if the version is unmoved. @throws `diary.missing`, `diary.busy` */
  change(key: DiaryKey, decide: (diary: Diary.Info) => Diary.Info): Promise<Diary.Info>;
  /** Deletes one; one that is gone stays gone. */
  remove(key: DiaryKey): Promise<void>;
  /** By author, then in the order of writing. */
  list(activityId: string, page: PageRequest): Promise<Page<Diary.Info>>;
}

export function dynamoDiaries(table: Table): Diaries {
  const rows = diaryEntity(table);
  const rowOf = (diary: Diary.Info) => {
    const { activityId, authorId, id: diaryId, version } = diary;
    return { activityId, authorId, diaryId, version, row: diary };
  };

  async function get(key: DiaryKey) {
    const { data } = await rows.get(key).go({ consistent: true });
    if (!data) throw new Refusal("missing", "diary.missing", "You have no such diary here.");
    return Diary.Info.parse(data.row);
  }

  async function save(before: Diary.Info, after: Diary.Info) {
    const kept = rows.put(rowOf(after)).where(({ version }, { eq }) => eq(version, before.version));
    return (await transact(table, [put(kept.params())])).ok;
  }

  return {
    get,
    async add(diary) {
      const { activityId, authorId } = diary;
      const limit = Diary.DIARIES_MAXIMUM;
      const { data } = await rows.query.byActivity({ activityId, authorId }).go({ limit, consistent: true });
      if (data.length >= limit)
        throw new Refusal("conflict", "diary.too_many", `One author writes at most ${limit} diaries an activity.`);
      const { ok } = await transact(table, [put(rows.create(rowOf(diary)).params())]);
      return ok ? diary : get({ activityId, authorId, diaryId: diary.id });
    },
    change: (key, decide) =>
      changeItem({
        load: () => get(key),
        decide: (before) => {
          const after = decide(before);
          return { item: after === before ? before : { ...after, version: before.version + 1 } };
        },
        save: (before, { item }) => save(before, item),
        busy: "diary.busy",
      }),
    async remove(key) {
      await transact(table, [remove(rows.delete(key).params())]);
    },
    async list(activityId, { limit, cursor }) {
      const query = rows.query.byActivity({ activityId });
      const page = await fromCursor(query.go({ limit, cursor: cursor ?? null, consistent: true }));
      return { items: page.data.map(({ row }) => Diary.Info.parse(row)), cursor: page.cursor ?? undefined };
    },
  };
}
