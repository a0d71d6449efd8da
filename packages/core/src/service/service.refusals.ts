import { refusals } from "../lib/refusals.ts";

/** Why a long-term service is not changed or visited. */
export const serviceRefusal = refusals({
  "service.missing": [
    "missing",
    "没有这项长期服务，可能链接有误；请从长期服务列表重新打开",
    "There is no such long-term service. Open it from the list.",
  ],
  "service.ended": [
    "conflict",
    "该长期服务已结束，如需继续请另建",
    "This long-term service was ended. Begin another one to go on.",
  ],
  "service.in_future": ["invalid", "日期不能在将来", "The day must not be in the future."],
  "service.visited": [
    "conflict",
    "这个活动或实事已记入该长期服务",
    "This activity or deed is a visit of the service already.",
  ],
  "service.owner_missing": [
    "invalid",
    "没有这位负责人，或已离职；请另选",
    "There is no such owner, or they have left. Choose somebody else.",
  ],
});
