import type { Files } from "@yigong/application/ports/files.ts";
import type { Hono } from "hono";
import { openDirectory } from "./directory.ts";
import { fileRoutes } from "./file-routes.ts";
import { linkTo } from "./signed-link.ts";
import { formFields } from "./upload-policy.ts";

export interface FilesOptions {
  /** Directory of the files; created if missing. */
  directory: string;
  /** Signs forms and links; a new secret invalidates existing ones. */
  secret: string;
  /** Public origin of this machine, such as `http://localhost:3000`. */
  origin: string;
  /** ISO-8601 UTC. */
  now: () => string;
}

export interface LocalFiles {
  files: Files;
  /** `POST /uploads` and `GET /files/…`, to be mounted at the root of the web server, before any body limit. */
  routes: Hono;
  /** Deletes unprocessed uploads and incomplete writes that were last changed before an instant. */
  sweep(before: Date): Promise<void>;
}

/** Files in a directory, behind the same port and the same upload form as S3. */
export function openFiles({ directory: root, secret, origin, now }: FilesOptions): LocalFiles {
  const directory = openDirectory(root);
  const files: Files = {
    async uploadForm(rule) {
      return { url: `${origin}/uploads`, fields: formFields(secret, rule) };
    },
    size: directory.size,
    read: directory.read,
    // The media type is derived from the key, so that no metadata has to be stored.
    write: (key, bytes) => directory.write(key, [bytes]),
    remove: directory.remove,
    async servingUrl(key, options = {}) {
      return origin + linkTo(secret, key, { now: now(), ...options });
    },
  };
  return { files, routes: fileRoutes({ directory, secret, now }), sweep: directory.sweep };
}
