import { refusals } from "../lib/refusals.ts";

/** Why a series of activities is not begun or changed. */
export const seriesRefusal = refusals({
  "series.missing": [
    "missing",
    "没有这个系列活动，可能链接有误；请从系列活动列表重新打开",
    "There is no such series. Open it from the list of series.",
  ],
  "series.endless": [
    "invalid",
    "系列活动须有结束日期，且不超过开始后一年；需要更久，请到期后再建",
    "A series has a last day, at most a year after the first; begin another one after that.",
  ],
  "series.too_many": [
    "invalid",
    "共{{count}}次，一个系列最多{{most}}次；请提前结束日期或减少每周次数",
    "That would be {{count}} visits; a series has at most {{most}}. Choose an earlier last day or fewer days a week.",
  ],
  "series.none": [
    "invalid",
    "按此安排没有一次还来得及招募，请改开始日期、结束日期或重复方式",
    "No visit of this plan can still recruit. Choose other days or another rule.",
  ],
  "series.announced_late": [
    "invalid",
    "招募截止前至少要公布一天，请提早公布或推迟招募截止",
    "A visit is announced at least a day before recruiting ends. Announce it earlier or recruit for longer.",
  ],
  "series.origin_fixed": [
    "invalid",
    "系列活动的类别、支部和分队不能更改，请结束后另建",
    "The kind, branch and team of a series stay. End it and begin another one.",
  ],
  "series.ended": ["conflict", "该系列活动已结束，如需继续请另建", "The series was ended. Begin another one to go on."],
  "series.no_occurrence": [
    "invalid",
    "{{day}}没有这个系列的活动，请从列表中选择",
    "The series has no visit on {{day}}. Choose one from its list.",
  ],
  "series.begun": [
    "conflict",
    "{{day}}的活动已开始，不能跳过",
    "The visit of {{day}} has begun; it cannot be skipped.",
  ],
  "series.skipped": ["conflict", "{{day}}已跳过", "The visit of {{day}} was skipped before."],
  "series.organizer_left": [
    "conflict",
    "组织者已离职，不能再以其名义发起活动",
    "The organizer has left the company; nothing is started in their name.",
  ],
  "template.missing": [
    "missing",
    "没有这个活动模板，可能已删除；请从列表重新选择",
    "There is no such template; it may have been removed. Choose another one.",
  ],
});
