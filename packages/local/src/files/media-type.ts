import { extname } from "node:path";

const TYPES: Record<string, string> = {
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".pdf": "application/pdf",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The media type of an object, by its key's ending. What is uploaded has none until it was examined. */
export const typeOf = (key: string): string => TYPES[extname(key)] ?? "application/octet-stream";
