import { leaveRefusal } from "@yigong/core/leave/leave.refusals.ts";
import { holds } from "@yigong/core/leave/leave.ts";
import { fault, refuseAll } from "@yigong/core/participation/fault.ts";
import { photoRefusal } from "@yigong/core/photo/photo.refusals.ts";
import type { Photos } from "@yigong/core/photo/photo.store.ts";
import { hasArrived, leaveOwner } from "@yigong/core/photo/photo.ts";
import type { ParticipationDeps } from "../participation/participation-stores.ts";

interface Whose {
  activityId: string;
  memberId: string;
}

/** Photos are taken from those who can ask for leave. @throws `leave.not_on_duty` */
export async function requireOnDuty({ dutyLists, zone }: ParticipationDeps, { activityId, memberId }: Whose) {
  const duty = await dutyLists.find(activityId);
  if (!duty?.memberIds.includes(memberId)) throw refuseAll([fault("notOnDuty")], zone);
}

/** Requires that the photos which a request names were sent by the member. @throws `leave.photo_missing` */
export async function requirePhotos(
  { photos }: { photos: Pick<Photos, "of"> },
  { activityId, memberId }: Whose,
  photoIds: readonly string[],
): Promise<void> {
  if (photoIds.length === 0) return;
  const own = await photos.of(activityId, leaveOwner(memberId));
  const arrived = new Set<string>(own.filter(hasArrived).map(({ id }) => id));
  if (photoIds.some((id) => !arrived.has(id))) throw leaveRefusal("leave.photo_missing");
}

/** Keeps the photos of a request that stands: it is decided by them. @throws `photo.in_use` */
export async function requireUnused(
  { leaves }: Pick<ParticipationDeps, "leaves">,
  { activityId, memberId, photoId }: Whose & { photoId: string },
): Promise<void> {
  const leave = await leaves.find(activityId, memberId);
  if (leave && holds(leave) && (leave.request.photoIds as readonly string[] | undefined)?.includes(photoId))
    throw photoRefusal("photo.in_use");
}
