import { call } from "../api/call.ts";
import { Refused, Unreached } from "../api/problem.ts";

/** What photos are for: shown with a diary, or proof that only who decides the leave sees. */
export type Use = "diary" | "leave";

/** A photo on its way: kept on the phone until the server has it. */
export interface Photo {
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

export interface Album {
  /** Whose and what for: the name under which photos are kept on the phone. */
  scope: string;
  activityId: string;
  use: Use;
}

export const listKey = ({ scope }: Album): string => `photos:${scope}`;
export const blobKey = ({ scope }: Album, id: string): string => `photo:${scope}:${id}`;

/**
 * Sends one photo: announced, posted, told. Each part may be repeated after a lost connection.
 *
 * @returns its id on the server
 * @throws Refused, Unreached
 */
export async function send({ activityId, use }: Album, photo: Photo, blob: Blob): Promise<string> {
  const path = { id: activityId, use };
  const { material, form } = await call("POST /activities/{id}/photos/{use}", {
    path,
    body: { name: photo.name, contentType: photo.type, bytes: blob.size },
  });
  const fields = new FormData();
  for (const [name, value] of Object.entries(form.fields)) fields.set(name, value);
  fields.set("file", blob, photo.name);
  const posted = await fetch(form.url, { method: "POST", body: fields }).catch((cause: unknown) => {
    throw new Unreached("no answer to an upload", { cause });
  });
  if (posted.status >= 500) throw new Unreached("uploads are down");
  if (!posted.ok) throw new Refused(posted.status, { code: "photo.not_taken" });
  await call("POST /activities/{id}/photos/{use}/{photoId}/uploaded", { path: { ...path, photoId: material.id } });
  return material.id;
}
