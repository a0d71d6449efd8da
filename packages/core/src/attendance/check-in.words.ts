import { catalogue } from "../language/catalogue.ts";

/** The pages on which a phone checks in: behind the code on the screen, and where it is typed. */
export const checkInWords = catalogue({
  "zh-CN": {
    "attendance.checkIn.title": "签到",
    "attendance.checkIn.as": "以{{name}}的身份签到",
    "attendance.checkIn.button": "签到",
    "attendance.checkIn.signIn": "登录后签到",
    "attendance.checkIn.signInFirst":
      "请先登录，登录后自动回到本页。签到码每30秒更换，登录后如已失效，请再扫一次屏幕。",
    "attendance.checkIn.done": "已签到",
    "attendance.checkIn.since": "您已于{{at}}签到。",
    "attendance.checkIn.next": "本场次{{endsAt}}结束，离开前请在活动页签退。",
    "attendance.checkIn.toActivity": "查看活动",
    "attendance.checkIn.refused": "未签到",
    "attendance.checkIn.again": "重新输入签到码",
    "attendance.checkIn.typed.what": "输入现场屏幕上的6位数字；扫码地址末尾的8位字符也可以。",
    "attendance.checkIn.typed.label": "签到码",
    "attendance.checkIn.typed.which": "哪一场",
    "attendance.checkIn.typed.none": "您现在没有可以签到的场次。签到从开始前1小时开放；没有名额的，请现场负责人登记。",
    "attendance.checkIn.typed.later": "您的下一场是「{{title}}」，{{opensAt}}开放签到。",
    "attendance.checkIn.no.tooEarly": "签到{{opensAt}}开放，请届时再扫码。",
    "attendance.checkIn.no.over": "本场次已于{{endsAt}}结束，不能再扫码签到。请现场负责人在点名中登记。",
    "attendance.checkIn.no.closed": "活动已结束。请负责人补录并写明原因，经第二人确认后生效。",
    "attendance.checkIn.no.cancelled": "活动已取消，无需签到。",
    "attendance.checkIn.no.shownEarlier": "这是{{shownAt}}显示的签到码，已失效。请扫屏幕上现在的码。",
    "attendance.checkIn.no.wrong": "签到码不对，或已更换（每30秒更换一次）。请扫屏幕上现在的码，或请现场负责人点名。",
    "attendance.checkIn.no.tooMany": "尝试次数过多，请{{until}}之后再试，或请现场负责人点名。",
    "attendance.checkIn.no.waiting": "您在候补名单中，还没有名额。请问现场负责人：有空位时可当场加入。",
    "attendance.checkIn.no.otherSession": "您的名额在本活动的另一场次，请在那一场签到。",
    "attendance.checkIn.no.onLeave": "您的请假已批准，没有名额。人到了，请现场负责人在点名中登记。",
    "attendance.checkIn.no.released": "名额已满，您无需参加。人到了，请现场负责人在点名中登记。",
    "attendance.checkIn.no.onDuty": "您没有报名。您在义务名单中，请现场负责人在点名中登记到场。",
    "attendance.checkIn.no.stranger": "您在本活动没有名额。请现场负责人当场加入：有空位即可。",
    "attendance.checkIn.no.foreign": "这次提交不是从签到页发出的，没有签到。请重新扫屏幕上的码。",
    "attendance.checkIn.no.otherPerson":
      "本机现在登录的是{{name}}，与刚才的页面不是同一人，没有签到。确认是您本人后，请再点一次。",
    "attendance.checkIn.no.unknown": "没有这个签到地址。请扫现场屏幕上现在的码，或请负责人点名。",
    "attendance.checkIn.no.unavailable": "系统暂时不可用，没有签到。请稍后再点一次，或请现场负责人点名。",
  },
  en: {
    "attendance.checkIn.title": "Check in",
    "attendance.checkIn.as": "As {{name}}",
    "attendance.checkIn.button": "Check in",
    "attendance.checkIn.signIn": "Sign in to check in",
    "attendance.checkIn.signInFirst":
      "Sign in first; you come back to this page. The code changes every 30 seconds: if it has run out by then, scan the screen once more.",
    "attendance.checkIn.done": "Checked in",
    "attendance.checkIn.since": "You checked in at {{at}}.",
    "attendance.checkIn.next": "This session ends {{endsAt}}. Check out on the activity's page before you leave.",
    "attendance.checkIn.toActivity": "Open the activity",
    "attendance.checkIn.refused": "Not checked in",
    "attendance.checkIn.again": "Type the code again",
    "attendance.checkIn.typed.what":
      "Type the six digits on the screen; the eight characters at the end of the scanned address will do, too.",
    "attendance.checkIn.typed.label": "Code",
    "attendance.checkIn.typed.which": "Which session",
    "attendance.checkIn.typed.none":
      "There is no session that you can check in to now. Check-in opens an hour before the start; without a place, ask the leader on the spot.",
    "attendance.checkIn.typed.later": "Your next one is “{{title}}”; check-in opens {{opensAt}}.",
    "attendance.checkIn.no.tooEarly": "Check-in opens {{opensAt}}. Scan the code then.",
    "attendance.checkIn.no.over":
      "This session ended {{endsAt}}; the code is taken no more. Ask the leader to put you down in the roll-call.",
    "attendance.checkIn.no.closed":
      "The activity is over. The leader can ask for a late entry with a reason; it counts once a second person approves it.",
    "attendance.checkIn.no.cancelled": "The activity was cancelled; nobody checks in.",
    "attendance.checkIn.no.shownEarlier":
      "This code was shown {{shownAt}} and has run out. Scan the one on the screen now.",
    "attendance.checkIn.no.wrong":
      "This code is wrong, or has changed: it does every 30 seconds. Scan the one on the screen now, or ask the leader for the roll-call.",
    "attendance.checkIn.no.tooMany": "Too many codes. Try again after {{until}}, or ask the leader for the roll-call.",
    "attendance.checkIn.no.waiting":
      "You are on the waiting list and have no place yet. Ask the leader, who can take you in if a place is free.",
    "attendance.checkIn.no.otherSession": "Your place is in another session of this activity; check in there.",
    "attendance.checkIn.no.onLeave":
      "Your leave is approved, so you have no place. If you came all the same, the leader puts you down in the roll-call.",
    "attendance.checkIn.no.released":
      "No place was left, so you need not serve. If you came all the same, the leader puts you down in the roll-call.",
    "attendance.checkIn.no.onDuty":
      "You have not signed up. You are on the duty list: ask the leader to put you down in the roll-call.",
    "attendance.checkIn.no.stranger":
      "You have no place in this activity. Ask the leader to take you in on the spot, if a place is free.",
    "attendance.checkIn.no.foreign":
      "This was not sent from the check-in page, so nothing was done. Scan the code on the screen again.",
    "attendance.checkIn.no.otherPerson":
      "This phone is signed in as {{name}} now, which is not who the page before was for. Nothing was done; if that is you, press once more.",
    "attendance.checkIn.no.unknown":
      "There is no such check-in address. Scan the code on the screen now, or ask the leader for the roll-call.",
    "attendance.checkIn.no.unavailable":
      "This is not available just now, and you are not checked in. Press again in a moment, or ask the leader for the roll-call.",
  },
});
