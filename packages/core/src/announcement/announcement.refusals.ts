import { refusals } from "../lib/refusals.ts";

/** Why it is refused, and the way on. */
export const announcementRefusal = refusals({
  "announcement.missing": ["missing", "本活动尚未发布公告", "This activity has not been announced."],
});
