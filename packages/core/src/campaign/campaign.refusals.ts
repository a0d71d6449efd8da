import { refusals } from "../lib/refusals.ts";

/** Why a campaign is not begun or changed, or takes no activity in. */
export const campaignRefusal = refusals({
  "campaign.missing": [
    "missing",
    "没有这个主题活动，可能链接有误；请从主题活动列表重新打开",
    "There is no such campaign. Open it from the list of campaigns.",
  ],
  "campaign.ends_before_begin": [
    "invalid",
    "结束日期{{to}}早于开始日期{{from}}，请改其中一个",
    "The last day, {{to}}, is before the first, {{from}}. Change one of them.",
  ],
  "campaign.outside": [
    "conflict",
    "活动在{{starts}}至{{ends}}，不在「{{name}}」的{{from}}至{{to}}内；请改主题活动的日期，或不归入",
    "The activity is on {{starts}} to {{ends}}, outside of “{{name}}” from {{from}} to {{to}}. Change the campaign's days, or leave the activity out of it.",
  ],
  "campaign.leaves_out": [
    "conflict",
    "有{{count}}个活动会落在新日期之外，第一个是「{{title}}」；请先移出，或选更宽的日期",
    "{{count}} activities would be outside of these days, the first is “{{title}}”. Take them out first, or choose wider days.",
  ],
});
