import { refusals } from "../lib/refusals.ts";

/** Why there is no announcement. */
export const announcementRefusal = refusals({
  "announcement.missing": ["missing", "本活动尚未发布公告", "This activity has not been announced."],
});
