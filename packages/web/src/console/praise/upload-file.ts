import { call } from "../../shared/api/call.ts";
import { Refused, Unreached } from "../../shared/api/problem.ts";
import { newId } from "../../shared/new-id.ts";
import type { Praise } from "../../shared/praise/praise.routes.ts";

export const ACCEPTED = "image/jpeg,image/png,image/webp,application/pdf";

/** Sends the file of a praise: announced, posted, told. @throws Refused, Unreached */
export async function uploadFile({ id: praiseId, date }: Pick<Praise, "id" | "date">, file: File): Promise<void> {
  const path = { year: date.slice(0, 4), praiseId };
  const body = { name: file.name, contentType: file.type, bytes: file.size };
  const { photo, form } = await call("POST /praise/{year}/{praiseId}/files", { path, once: newId(), body });
  if (form) {
    const fields = new FormData();
    for (const [field, value] of Object.entries(form.fields)) fields.set(field, value);
    fields.set("file", file, file.name);
    const posted = await fetch(form.url, { method: "POST", body: fields }).catch((cause: unknown) => {
      throw new Unreached("no answer to an upload", { cause });
    });
    if (!posted.ok) throw new Refused(posted.status, { code: "photo.not_taken" });
  }
  await call("POST /praise/{year}/{praiseId}/files/{photoId}/uploaded", { path: { ...path, photoId: photo.id } });
}
