/** Languages of the pages. */
export const LANGUAGES = ["zh-CN", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

const chinese = {
  title: "流程执行",
  intro: "最新的在前。这里只能看，不能改。",
  language: "语言",
  all: "全部执行",
  machine: "状态机",
  status: "状态",
  "status.all": "全部状态",
  "status.RUNNING": "进行中",
  "status.SUCCEEDED": "已完成",
  "status.FAILED": "失败",
  "status.TIMED_OUT": "已超时",
  "status.ABORTED": "已中止",
  filter: "筛选",
  at: "当前在",
  ended: "止于",
  nowhere: "尚未进入任何一步",
  started: "开始",
  stopped: "结束",
  running: "尚未结束",
  newest: "回到最新",
  older: "看更早的",
  "empty.title": "还没有执行",
  "empty.body": "启动一次执行后，它会出现在这里。",
  "empty.filtered": "没有符合条件的执行。可换个状态，也可看全部。",
  clear: "看全部",
  graph: "流程图",
  "graph.box": "流程图，可左右、上下滚动",
  "graph.legend": "粗线：走过的路。虚线：出错或超时时走的路。",
  "graph.states": "各步现状",
  "graph.large": "这个流程有{{count}}步，图会大得看不清，所以不画；走到哪一步见上方，每一步的经过见历史。",
  "standing.current": "进行中",
  "standing.retrying": "等待重试",
  "standing.done": "已走过",
  "standing.failed": "失败",
  "standing.stopped": "已中止",
  "standing.unreached": "未到",
  times: "{{count}}次",
  since: "自{{at}}起",
  until: "最迟到{{at}}，届时自动往下走",
  asOf: "截至{{at}}",
  redrives: "已重新推进{{count}}次",
  error: "出错原因",
  "error.unnamed": "没有说明原因",
  input: "输入",
  output: "输出",
  "output.none": "还没有输出",
  "output.failed": "没有输出：执行没有完成",
  cut: "内容共{{count}}字，这里只显示前面的部分。",
  history: "历史",
  "history.count": "共{{count}}条",
  "history.reverse": "从最新的看起",
  "history.forward": "从最早的看起",
  "history.more": "看后面的",
  "history.back": "回到开头",
  details: "详情",
  token: "［任务令牌，不显示］",
  "problem.missing": "没有这次执行",
  "problem.missing.body": "地址可能抄漏了，也可能是另一份数据里的执行。请从全部执行里找。",
  "problem.invalid": "这个地址看不懂",
  "problem.invalid.body": "筛选条件或页码不对，也可能来自旧的链接。请从全部执行重新看。",
  "problem.elsewhere": "执行不在这个进程里",
  "problem.elsewhere.body": "本机的流程由另一个进程推进，请在那个进程的 /executions 里看。",
  "problem.internal": "这一页没有显示出来",
  "problem.internal.body": "是系统的错，已经记下；执行不受影响。请稍后再看。",
  code: "代码：{{code}}",
} as const;

type Texts = typeof chinese;
export type MessageKey = keyof Texts;

const english: Readonly<Record<MessageKey, string>> = {
  title: "Executions",
  intro: "Newest first. They can be read here, not changed.",
  language: "Language",
  all: "All executions",
  machine: "State machine",
  status: "Status",
  "status.all": "Any status",
  "status.RUNNING": "Running",
  "status.SUCCEEDED": "Succeeded",
  "status.FAILED": "Failed",
  "status.TIMED_OUT": "Timed out",
  "status.ABORTED": "Aborted",
  filter: "Filter",
  at: "Now in",
  ended: "Ended in",
  nowhere: "No state entered yet",
  started: "Started",
  stopped: "Ended",
  running: "still running",
  newest: "Back to the newest",
  older: "Show older",
  "empty.title": "No executions yet",
  "empty.body": "Once an execution is started, it appears here.",
  "empty.filtered": "No execution matches. Try another status, or show all.",
  clear: "Show all",
  graph: "Graph",
  "graph.box": "Graph, scrolls both ways",
  "graph.legend": "Thick: the way taken. Dashed: the way on an error or a timeout.",
  "graph.states": "How each state stands",
  "graph.large":
    "This state machine has {{count}} states, too many to draw readably. Where it stands is said above, and how it came there in the history.",
  "standing.current": "in progress",
  "standing.retrying": "waits to retry",
  "standing.done": "passed",
  "standing.failed": "failed",
  "standing.stopped": "cut short",
  "standing.unreached": "not reached",
  times: "{{count}} times",
  since: "since {{at}}",
  until: "until {{at}} at the latest, then it goes on by itself",
  asOf: "As of {{at}}",
  redrives: "Redriven {{count}} times",
  error: "What went wrong",
  "error.unnamed": "No reason was given",
  input: "Input",
  output: "Output",
  "output.none": "No output yet",
  "output.failed": "No output: the execution did not succeed",
  cut: "{{count}} characters in all; only the beginning is shown.",
  history: "History",
  "history.count": "{{count}} events",
  "history.reverse": "Newest first",
  "history.forward": "Oldest first",
  "history.more": "Show the next",
  "history.back": "Back to the beginning",
  details: "Details",
  token: "[task token, not shown]",
  "problem.missing": "There is no such execution",
  "problem.missing.body": "The address may be incomplete, or belong to other data. Look for it among all executions.",
  "problem.invalid": "This address makes no sense",
  "problem.invalid.body":
    "Its filter or page is not valid; it may come from an old link. Begin again with all executions.",
  "problem.elsewhere": "The executions are in another process",
  "problem.elsewhere.body": "Another process on this machine carries them. Look at its /executions.",
  "problem.internal": "This page could not be shown",
  "problem.internal.body": "The mistake is ours and was recorded; executions are not affected. Try again later.",
  code: "Code: {{code}}",
};

/** Texts that replace the pages' own: what the executions are for only the host knows. They have the same `{{holes}}`. */
export type MessageOverrides = Readonly<Partial<Record<Language, Readonly<Partial<Record<MessageKey, string>>>>>>;

type Holes<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Holes<Rest> : never;

/** The text of a message with its holes filled; the compiler asks for a value for each. */
export type Say = <Key extends MessageKey>(
  key: Key,
  ...[values]: [Holes<Texts[Key]>] extends [never] ? [] : [Record<Holes<Texts[Key]>, string | number>]
) => string;

export function messagesIn(language: Language, overrides: MessageOverrides = {}): Say {
  const texts: Readonly<Record<MessageKey, string>> = {
    ...(language === "en" ? english : chinese),
    ...overrides[language],
  };
  return (key, ...[values]) => fill(texts[key], values ?? {});
}

/** In one pass: a value that contains `{{…}}` is not filled again. */
const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (hole, name: string) => String(values[name] ?? hole));
