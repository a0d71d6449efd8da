import { catalogue } from "../language/catalogue.ts";

/** What speaks against signing up without keeping anybody from it; `mark` says it of somebody else. @source docs/domain.md A6 */
export const participationWarnings = catalogue({
  "zh-CN": {
    "participation.warning.travel":
      "与您的另一场「{{title}}」{{otherPeriod}}（{{place}}）只隔{{gap}}分钟，地点不同，请留出路上时间",
    "participation.warning.travelCover": "与您答应的代班 {{otherPeriod}} 只隔{{gap}}分钟，请留出路上时间",
    "participation.warning.travelShift": "与您的班次 {{otherPeriod}} 只隔{{gap}}分钟，请留出路上时间",
    "participation.warning.onShift": "这时您当班（{{otherPeriod}}）；报名有了名额后，安排人代班",
    "participation.warning.onShiftAlone": "这时您当班（{{otherPeriod}}）；这类活动不安排代班，请先与岗位负责人商定",
    "participation.mark.travel": "另一场「{{title}}」{{otherPeriod}}（{{place}}）只隔{{gap}}分钟",
    "participation.mark.travelCover": "代班 {{otherPeriod}} 只隔{{gap}}分钟",
    "participation.mark.travelShift": "班次 {{otherPeriod}} 只隔{{gap}}分钟",
    "participation.mark.onShift": "当班 {{otherPeriod}}，需要代班",
    "participation.mark.onShiftAlone": "当班 {{otherPeriod}}，不安排代班",
  },
  en: {
    "participation.warning.travel":
      "Only {{gap}} minutes lie between it and your session of “{{title}}” {{otherPeriod}} at another place ({{place}}); mind the way",
    "participation.warning.travelCover":
      "Only {{gap}} minutes lie between it and the cover {{otherPeriod}} that you agreed to; mind the way",
    "participation.warning.travelShift":
      "Only {{gap}} minutes lie between it and your shift {{otherPeriod}}; mind the way",
    "participation.warning.onShift":
      "You are on shift then ({{otherPeriod}}); once you have a place, cover is arranged",
    "participation.warning.onShiftAlone":
      "You are on shift then ({{otherPeriod}}), and no cover is arranged for such an activity; settle it with the head of the post first",
    "participation.mark.travel": "Only {{gap}} minutes from “{{title}}” {{otherPeriod}} at {{place}}",
    "participation.mark.travelCover": "Only {{gap}} minutes from the cover {{otherPeriod}}",
    "participation.mark.travelShift": "Only {{gap}} minutes from the shift {{otherPeriod}}",
    "participation.mark.onShift": "On shift {{otherPeriod}}: needs cover",
    "participation.mark.onShiftAlone": "On shift {{otherPeriod}}: no cover is arranged",
  },
});
