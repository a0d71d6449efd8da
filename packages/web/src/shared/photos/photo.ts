import { call } from "../api/call.ts";
import { Refused, Unreached } from "../api/problem.ts";
import type { PhotoUpload } from "../api/routes.ts";

/** Where photos go: into a diary once it was sent, or beside a request for leave before it is. */
export type Target = { use: "diary"; activityId: string; diaryId: string } | { use: "leave"; activityId: string };

/** A photo on its way: kept on the phone until the server has it. */
export interface Photo {
  /** Also the key under which it is announced again after a lost connection. */
  id: string;
  name: string;
  type: string;
  bytes: number;
  state: "waiting" | "sending" | "sent" | "failed" | "refused";
  /** Its id on the server, once it was announced. */
  remoteId?: string | undefined;
  /** Why it was refused, in the reader's language. */
  why?: string | undefined;
}

export const listKey = (scope: string): string => `photos:${scope}`;
export const blobKey = (scope: string, id: string): string => `photo:${scope}:${id}`;

const announce = (
  target: Target,
  { id: once, name, type: contentType }: Photo,
  bytes: number,
): Promise<PhotoUpload> => {
  const body = { name, contentType, bytes };
  return target.use === "leave"
    ? call("POST /activities/{id}/leaves/me/photos", { path: { id: target.activityId }, once, body })
    : call("POST /activities/{id}/diaries/{diaryId}/photos", {
        path: { id: target.activityId, diaryId: target.diaryId },
        once,
        body,
      });
};

const tell = (target: Target, photoId: string) =>
  target.use === "leave"
    ? call("POST /activities/{id}/leaves/me/photos/{photoId}/uploaded", { path: { id: target.activityId, photoId } })
    : call("POST /activities/{id}/diaries/{diaryId}/photos/{photoId}/uploaded", {
        path: { id: target.activityId, diaryId: target.diaryId, photoId },
      });

async function post(form: NonNullable<PhotoUpload["form"]>, name: string, blob: Blob): Promise<void> {
  const fields = new FormData();
  for (const [field, value] of Object.entries(form.fields)) fields.set(field, value);
  fields.set("file", blob, name);
  const posted = await fetch(form.url, { method: "POST", body: fields }).catch((cause: unknown) => {
    throw new Unreached("no answer to an upload", { cause });
  });
  if (posted.status >= 500) throw new Unreached("uploads are down");
  if (!posted.ok) throw new Refused(posted.status, { code: "photo.not_taken" });
}

/**
 * Sends one photo: announced, posted, told. Each part may be repeated after a lost connection.
 *
 * @returns its id on the server
 * @throws Refused, Unreached
 */
export async function send(target: Target, photo: Photo, blob: Blob): Promise<string> {
  const { photo: announced, form } = await announce(target, photo, blob.size);
  if (form) await post(form, photo.name, blob);
  await tell(target, announced.id);
  return announced.id;
}

/** Takes a photo back that has arrived. */
export const takeBack = (target: Target, photoId: string) =>
  target.use === "leave"
    ? call("DELETE /activities/{id}/leaves/me/photos/{photoId}", { path: { id: target.activityId, photoId } })
    : call("DELETE /activities/{id}/diaries/{diaryId}/photos/{photoId}", {
        path: { id: target.activityId, diaryId: target.diaryId, photoId },
      });
