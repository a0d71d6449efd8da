import type { Files } from "@yigong/application/ports/files.ts";

/** Files of a test, in memory. `objects` is what is there now. */
export function memoryFiles(): Files & { objects: Map<string, Uint8Array> } {
  const objects = new Map<string, Uint8Array>();
  return {
    objects,
    uploadForm: async ({ key }) => ({ url: "https://files.example/uploads", fields: { key } }),
    size: async (key) => objects.get(key)?.length,
    read: async (key) => objects.get(key),
    write: async (key, bytes) => void objects.set(key, bytes),
    remove: async (key) => void objects.delete(key),
    servingUrl: async (key) => `https://files.example/${key}`,
  };
}
