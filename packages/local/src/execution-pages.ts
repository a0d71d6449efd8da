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

/** `remoteEngine` throws it for every call. */
const elsewhereCode = (error: unknown): string | undefined =>
  error instanceof Refusal && error.code === "engine.misconfigured" ? error.code : undefined;

/** The engine's pages at `/executions`, in the words of volunteer activities. */
export const executionPages = (pages: Pick<ExecutionPages, "source" | "zone" | "report">) =>
  executionRoutes({ ...pages, messages: MESSAGES, elsewhereCode });
