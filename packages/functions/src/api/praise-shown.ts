import type { z } from "@hono/zod-openapi";
import type { PhotoDeps } from "@yigong/application/photo/announce-photo.ts";
import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import { Photo } from "@yigong/core/photo/index.ts";
import type { Praise } from "@yigong/core/praise/index.ts";
import { photosView } from "./photo.view.ts";
import type { PraiseView } from "./praise.view.ts";

export interface PraiseShowing extends PhotoDeps {
  members: Pick<Members, "getMany">;
  units: Pick<Units, "getMany">;
  activities: Pick<Activities, "find">;
}

/** How whom it is for is called; an id that nobody has is shown as it is. */
async function receiverOf({ members, units, activities }: PraiseShowing, to: Praise.To): Promise<string> {
  if (to.kind === "member") return (await members.getMany([to.memberId], recent))[0]?.name ?? to.memberId;
  if (to.kind === "team") return (await units.getMany([to.teamId]))[0]?.name ?? to.teamId;
  return (await activities.find(to.activityId, recent))?.title ?? to.activityId;
}

/** Praise as it is shown: with the name of whom it is for, and its files unless they are left out. */
export async function praiseShown(
  deps: PraiseShowing,
  praise: Praise.Info,
  { files = true }: { files?: boolean } = {},
): Promise<z.output<typeof PraiseView>> {
  const receiver = await receiverOf(deps, praise.to);
  if (!files) return { ...praise, receiver };
  const held = await deps.photos.of(praise.id, Photo.praiseOwner(praise.id));
  return { ...praise, receiver, files: await photosView(deps.files, held) };
}
