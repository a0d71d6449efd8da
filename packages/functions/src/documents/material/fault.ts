import type { Material } from "@yigong/core/archive/index.ts";

/** A file that is rejected, with the reason for its uploader. */
export class Fault extends Error {
  readonly reason: Material.Reason;

  constructor(reason: Material.Reason, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}
