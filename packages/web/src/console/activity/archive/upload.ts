import { call } from "../../../shared/api/call.ts";
import { Refused, Unreached } from "../../../shared/api/problem.ts";

/** The types that an archive takes, and the endings by which a computer knows them. */
export const ACCEPTED = {
  "image/jpeg": ".jpg,.jpeg",
  "image/png": ".png",
  "image/webp": ".webp",
  "application/pdf": ".pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
} as const;

export const isAccepted = (type: string): boolean => Object.hasOwn(ACCEPTED, type);

interface Form {
  url: string;
  fields: Record<string, string>;
}

/** Posts a form with its file; `fetch` does not tell how far it is. */
function post({ url, fields }: Form, file: File, tell: (share: number) => void): Promise<void> {
  const body = new FormData();
  for (const [field, value] of Object.entries(fields)) body.set(field, value);
  body.set("file", file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && tell(loaded / total);
    request.onerror = () => reject(new Unreached("no answer to an upload"));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(request.status >= 500 ? new Unreached("uploads are down") : new Refused(request.status, {}));
    };
    request.send(body);
  });
}

/**
 * Sends one file into an archive: announced, posted, told.
 *
 * @param tell - how much of it has gone, from 0 to 1
 * @throws Refused, Unreached
 */
export async function sendMaterial(activityId: string, file: File, tell: (share: number) => void): Promise<void> {
  const { material, form } = await call("POST /activities/{id}/materials", {
    path: { id: activityId },
    body: { name: file.name, contentType: file.type, bytes: file.size },
  });
  try {
    await post(form, file, tell);
    const path = { id: activityId, materialId: material.id };
    await call("POST /activities/{id}/materials/{materialId}/uploaded", { path });
  } catch (error) {
    // What was announced and never came would stand in the list for good.
    const path = { id: activityId, materialId: material.id };
    await call("DELETE /activities/{id}/materials/{materialId}", { path }).catch(() => undefined);
    throw error;
  }
}
