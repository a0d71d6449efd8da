import { call } from "../api/call.ts";
import { Refused, Unreached } from "../api/problem.ts";
import type { PhotoUpload } from "../api/routes.ts";

/**
 * Where photos go: into a diary or a deed once it was sent, beside a request for leave before it is, or as receipts before
 * their expense.
 */
export type Target =
  | { use: "diary"; activityId: string; diaryId: string }
  | { use: "deed"; year: string; deedId: string }
  | { use: "leave" | "receipt"; activityId: string };

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
  if (target.use === "deed") {
    const { year, deedId } = target;
    return call("POST /deeds/{year}/{deedId}/photos", { path: { year, deedId }, once, body });
  }
  const path = { id: target.activityId };
  switch (target.use) {
    case "leave":
      return call("POST /activities/{id}/leaves/me/photos", { path, once, body });
    case "receipt":
      return call("POST /activities/{id}/receipts/me", { path, once, body });
    case "diary": {
      const { diaryId } = target;
      return call("POST /activities/{id}/diaries/{diaryId}/photos", { path: { ...path, diaryId }, once, body });
    }
  }
};

const tell = (target: Target, photoId: string) => {
  if (target.use === "deed") {
    const { year, deedId } = target;
    return call("POST /deeds/{year}/{deedId}/photos/{photoId}/uploaded", { path: { year, deedId, photoId } });
  }
  const path = { id: target.activityId, photoId };
  switch (target.use) {
    case "leave":
      return call("POST /activities/{id}/leaves/me/photos/{photoId}/uploaded", { path });
    case "receipt":
      return call("POST /activities/{id}/receipts/me/{photoId}/uploaded", { path });
    case "diary": {
      const { diaryId } = target;
      return call("POST /activities/{id}/diaries/{diaryId}/photos/{photoId}/uploaded", { path: { ...path, diaryId } });
    }
  }
};

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
export const takeBack = (target: Target, photoId: string): Promise<unknown> => {
  if (target.use === "deed") {
    const { year, deedId } = target;
    return call("DELETE /deeds/{year}/{deedId}/photos/{photoId}", { path: { year, deedId, photoId } });
  }
  const path = { id: target.activityId, photoId };
  switch (target.use) {
    case "leave":
      return call("DELETE /activities/{id}/leaves/me/photos/{photoId}", { path });
    case "receipt":
      return call("DELETE /activities/{id}/receipts/me/{photoId}", { path });
    case "diary": {
      const { diaryId } = target;
      return call("DELETE /activities/{id}/diaries/{diaryId}/photos/{photoId}", { path: { ...path, diaryId } });
    }
  }
};
