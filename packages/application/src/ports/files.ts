/** What an upload form allows: one object, of one type, within a size range, until an instant. */
export interface UploadRule {
  key: string;
  /** Exactly this type: a form policy knows no "one of". */
  contentType: string;
  minBytes: number;
  maxBytes: number;
  /** ISO-8601 UTC. */
  expiresAt: string;
}

/** Where a browser posts `fields` and then the file, in the field `file`, as `multipart/form-data`. */
export interface UploadForm {
  url: string;
  fields: Record<string, string>;
}

/**
 * Where files are. Uploads arrive under `quarantine/`; only what is under `serving/` has a link.
 *
 * Reading, writing and removing are safe to repeat.
 */
export interface Files {
  uploadForm(rule: UploadRule): Promise<UploadForm>;
  /** Bytes of an object, or undefined when there is none. */
  size(key: string): Promise<number | undefined>;
  read(key: string): Promise<Uint8Array | undefined>;
  /** Puts an object in one step: nobody reads half of it. */
  write(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  remove(key: string): Promise<void>;
  /**
   * A link that anybody may follow for about an hour.
   * @param downloadName - makes the browser save the file under this name instead of showing it
   */
  servingUrl(key: string, options?: { downloadName?: string }): Promise<string>;
}

/** An upload form is good for ten minutes. @source docs/architecture.md Files */
export const FORM_MINUTES = 10;
