import type { Who } from "@yigong/testing/alliance.ts";
import type { Page } from "playwright-core";

/** One page in one state. */
export interface Stop {
  name: string;
  who: Who;
  path: string;
  /** What makes the state, once the page is open. */
  act?: ((page: Page) => Promise<unknown>) | undefined;
}

export type Visit = (stop: Stop) => Promise<void>;
