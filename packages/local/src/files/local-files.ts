import type { Files } from "@yigong/functions/files/files.ts";
import { type Directory, openDirectory } from "./directory.ts";
import { linkTo } from "./link.ts";
import { formFields } from "./policy.ts";

/** What files on one machine take: where they are, under which secret forms and links are signed, and who asks. */
export interface LocalFilesOptions {
  directory: string;
  secret: string;
  /** Where this machine is reached, such as `http://localhost:3000`. */
  origin: () => string;
  now: () => string;
}

/** Files in a directory, behind the same port and the same upload form as S3. */
export function localFiles({
  directory: root,
  secret,
  origin,
  now,
}: LocalFilesOptions): Files & Pick<Directory, "sweep"> {
  const directory = openDirectory(root);
  return {
    async uploadForm(rule) {
      return { url: `${origin()}/uploads`, fields: formFields(secret, rule) };
    },
    size: directory.size,
    read: directory.read,
    // The type follows from the key's ending, so that a file on disk is just the file.
    write: (key, bytes) => directory.write(key, [bytes]),
    remove: directory.remove,
    async servingUrl(key, options = {}) {
      return origin() + linkTo(secret, key, { now: now(), ...options });
    },
    sweep: directory.sweep,
  };
}
