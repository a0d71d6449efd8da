import { extname } from "node:path";

const TYPES: Record<string, string> = {
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".pdf": "application/pdf",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The media type of an object, by its key's extension. Unprocessed uploads have no extension. */
export const typeOf = (key: string): string => TYPES[extname(key)] ?? "application/octet-stream";
