import { Refusal } from "@yigong/core/lib/error.ts";
import { type ExecutionPages, executionRoutes, type MessageOverrides } from "@yigong/stepfunctions/pages";

const MESSAGES: MessageOverrides = {
  "zh-CN": {
    intro: "每项活动由一次执行推进，最新的在前。这里只能看，不能改。",
    "empty.body": "活动发布后，推进它的执行会出现在这里。",
    "graph.legend": "粗线：走过的路。虚线：出错、超时或改期时走的路。",
  },
  en: {
    intro: "One execution carries each activity; newest first. They can be read here, not changed.",
    "empty.body": "Once an activity is published, the execution that carries it appears here.",
    "graph.legend": "Thick: the way taken. Dashed: the way on an error, a timeout or a change of plan.",
  },
};

/** States and state machines as everybody else calls them. */
const NAMES = {
  "zh-CN": {
    "activity-lifecycle": "活动流程",
    "award-run": "评优流程",
    Begin: "开始",
    Propose: "立项审批",
    Recruit: "招募",
    Cover: "代班",
    Execute: "活动执行",
    Archive: "整理留痕",
    Survey: "回访",
    Award: "计分",
    Freeze: "冻结积分",
    Count: "统计",
    CountShard: "统计一组",
    Rank: "排名",
    Committee: "党委确认",
    Notice: "公示",
    Publish: "发布",
    Done: "完成",
    Cancelled: "已取消",
    Superseded: "已由新的执行接替",
    Withdrawn: "已撤回",
    Stopped: "停住",
  },
} as const;

/** Every call of `remoteEngine` fails with this code. */
const elsewhereCode = (error: unknown): string | undefined =>
  error instanceof Refusal && error.code === "engine.misconfigured" ? error.code : undefined;

/** The engine's pages at `/executions`, with texts about volunteer activities. */
export const executionPages = (pages: Pick<ExecutionPages, "source" | "zone" | "report">) =>
  executionRoutes({ ...pages, messages: MESSAGES, names: NAMES, elsewhereCode });
