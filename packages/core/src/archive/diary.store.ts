import { Refusal } from "../lib/error.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { recent } from "../lib/reading.ts";
import { type Table, transact } from "../lib/table.ts";
import { diaryDocuments } from "./archive.row.ts";
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
  /** Saves if the version is unmoved. @throws `diary.missing`, `store.busy` */
  change(key: DiaryKey, decide: (diary: Diary.Info) => Diary.Info): Promise<Diary.Info>;
  /** Deletes one; one that is gone stays gone. */
  remove(key: DiaryKey): Promise<void>;
  /** Whether somebody wrote one. Eventually consistent. */
  has(activityId: string, authorId: string): Promise<boolean>;
  /** By author, then in the order of writing. */
  list(activityId: string, page: PageRequest): Promise<Page<Diary.Info>>;
}

export function dynamoDiaries(table: Table): Diaries {
  const rows = diaryDocuments(table);
  return {
    get: (key) => rows.get(key),
    async add(diary) {
      const { activityId, authorId } = diary;
      const limit = Diary.DIARIES_MAXIMUM;
      const { items } = await rows.list("key", { activityId, authorId }, { limit });
      if (items.length >= limit)
        throw new Refusal("conflict", "diary.too_many", `One author writes at most ${limit} diaries an activity.`);
      return rows.add(diary);
    },
    change: (key, decide) => rows.revise(key, decide),
    async remove(key) {
      await transact(table, [rows.ops.remove(key)]);
    },
    async has(activityId, authorId) {
      const { items } = await rows.list("key", { activityId, authorId }, { limit: 1 }, recent);
      return items.length > 0;
    },
    list: (activityId, page) => rows.list("key", { activityId }, page),
  };
}
