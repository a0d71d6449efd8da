import { refusals } from "../lib/refusals.ts";

/** Why a run of the awards does not go on, or a decision on it is not taken. */
export const awardRefusal = refusals({
  "award.chain_broken": [
    "conflict",
    "有一人的积分链与冻结时不符，请管理员检查积分账",
    "The chain of one person's points does not come to its frozen head. The ledger is to be checked.",
  ],
  "award.part_missing": [
    "missing",
    "排名的第{{part}}部分缺失，请联系管理员",
    "Part {{part}} of the standings is missing. Ask the administrator.",
  ],
  "award.not_ranked": ["conflict", "本次评优尚未计算完成", "This run is not computed yet."],
  "award.not_published": ["conflict", "本次评优尚未发布", "The run is not published yet."],
  "award.objected_already": [
    "conflict",
    "您已就此提出过异议，同一异议只处理一次",
    "You have raised this objection already; it is decided once.",
  ],
  "award.year_not_over": [
    "conflict",
    "{{year}}年尚未结束，年度结束后才能冻结",
    "The year {{year}} is not over; it can only be frozen afterwards.",
  ],
  "award.superseded/newer": ["conflict", "{{year}}年最新的是第{{run}}次评优", "Run {{run}} is the newest of {{year}}."],
  "award.running": ["conflict", "{{year}}年第{{run}}次评优正在进行", "Run {{run}} of {{year}} is under way."],
  "award.empty_year": [
    "conflict",
    "{{year}}年没有活动，无从评优",
    "There were no activities in {{year}}; there is nothing to rank.",
  ],
  "award.frozen": [
    "conflict",
    "年度已冻结，抽签所依据的内容不再变动",
    "The year is frozen; what its draw is made from stays as it is.",
  ],
  "award.value_entered": ["conflict", "已公布来源的值已录入", "The value of the announced source is entered already."],
  "award.value_known": ["invalid", "来源须在其值可知之前公布", "A source is announced before its value can be known."],
  "award.no_source": ["conflict", "本年度抽签尚未公布来源", "No source is announced for this year's draw."],
  "award.value_unknown": ["conflict", "该值从{{at}}起才可知", "The value is known from {{at}} on."],
  "award.value_entered/as": ["conflict", "该值已录入：{{value}}", "The value is entered already: {{value}}"],
  "award.not_noticed": ["conflict", "现在不接受对本次评优的异议", "Objections are not taken for this run now."],
  "award.objections_full": [
    "conflict",
    "待处理的异议过多，请先处理一部分",
    "Too many objections are open; some must be decided first.",
  ],
  "award.objection_decided": ["conflict", "这项异议已有决定", "This objection is decided already."],
  "award.not_deciding": ["conflict", "委员会现在不对本次评优作决定", "The committee does not decide on this run now."],
  "award.stale": [
    "conflict",
    "冻结之后又有当年的积分计入。请撤回本次评优使其计入，或写明理由保持原样",
    "Points of the year were posted after the freeze. Withdraw the run so that they count, or keep it as it is, with a reason.",
  ],
  "award.needs_another": [
    "conflict",
    "须由委员会的另一人确认，且不是以第一人的名义",
    "A second person of the committee has to confirm this, and not in the name of the first.",
  ],
  "award.own_case": [
    "forbidden",
    "当事人及其代理人不参与决定，须由他人决定",
    "Who is concerned does not decide, nor does who acts for them; somebody else has to.",
  ],
  "award.superseded": [
    "conflict",
    "本次评优已由第{{generation}}轮执行接手",
    "Generation {{generation}} carries this run now.",
  ],
  "award.withdrawn": ["conflict", "本次评优已撤回", "The run was withdrawn."],
  "stage.early/award": [
    "conflict",
    "{{current}}阶段结束前，{{stage}}阶段不能开始",
    "{{stage}} cannot begin before {{current}} is over.",
  ],
  "stage.early/notice": ["conflict", "异议受理至{{until}}", "Objections are taken until {{until}}."],
  "stage.early/objections": ["conflict", "还有{{count}}项异议待处理", "{{count}} objections are still to be decided."],
  "stage.early/stale": [
    "conflict",
    "冻结之后又有积分计入：请决定保持原样，或撤回本次评优",
    "Points were posted after the freeze: the run is to be kept as it is, or withdrawn.",
  ],
  "award.not_waiting": [
    "conflict",
    "只有等待委员会或公示中的评优可以撤回",
    "Only a run that waits for the committee or for objections can be withdrawn.",
  ],
  "award.not_waiting/keep": [
    "conflict",
    "只有等待委员会或公示中的评优可以保持原样",
    "Only a run that waits for the committee or for objections can be kept as it is.",
  ],
  "award.not_stale": ["conflict", "冻结之后没有当年的积分计入", "No points of the year were posted since the freeze."],
  "award.superseded/over": ["conflict", "本次评优已结束，无需再等待", "The run is over; nothing is left to wait for."],
  "award.not_shown": ["missing", "委员会作出决定后公布排名", "Standings are shown once the committee has decided."],
  "award.not_listed": ["missing", "此人不在当年的名册上", "This person is not on that year's roster."],
  "award.unchanged": [
    "conflict",
    "第{{run}}次评优之后，{{year}}年没有更正过积分",
    "No points of {{year}} were corrected since run {{run}}.",
  ],
  "award.no_notice": ["missing", "{{year}}年尚未公布结果", "Nothing was announced for {{year}} yet."],

  "award.not_placed": ["invalid", "只能替换有名次的人", "Only somebody who has a place can be replaced."],
  "award.placed_already": ["invalid", "替补的人已有名次", "The replacement has a place already."],
  "award.not_candidate": [
    "invalid",
    "名次只给当年有积分的志愿者",
    "A place goes to a volunteer with points in the year, and to nobody else.",
  ],
  "award.replaced_twice": ["invalid", "一次决定中不能两次写同一个人", "Nobody is named twice in one decision."],
  "award.missing": ["missing", "没有{{year}}年的第{{run}}次评优", "There is no run {{run}} of {{year}}."],
  "award.missing/objection": [
    "missing",
    "没有这项异议，请从列表重新打开",
    "There is no such objection. Open it from the list.",
  ],
});
