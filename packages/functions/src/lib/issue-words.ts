import { catalogue, fill } from "@yigong/core/language/catalogue.ts";
import type { InBoth } from "@yigong/core/lib/error.ts";
import { schemaWords } from "./schema-words.ts";

/** What a schema found, as far as its words depend on it. @source zod 4, `$ZodIssue` */
export interface Issue {
  code?: string | undefined;
  path: readonly PropertyKey[];
  message: string;
  expected?: unknown;
  origin?: unknown;
  format?: unknown;
  minimum?: unknown;
  maximum?: unknown;
  inclusive?: unknown;
  divisor?: unknown;
  values?: unknown;
}

const words = catalogue({
  "zh-CN": {
    missing: "缺少这一项",
    "type.string": "须为文字",
    "type.number": "须为数字",
    "type.int": "须为整数",
    "type.boolean": "须为是或否",
    "type.array": "须为列表",
    "type.object": "须为一组字段",
    type: "类型不对",
    empty: "不能为空",
    "least.string": "至少{{n}}个字",
    "least.array": "至少{{n}}项",
    "least.number": "不能小于{{n}}",
    "above.number": "须大于{{n}}",
    "most.string": "最多{{n}}个字",
    "most.array": "最多{{n}}项",
    "most.number": "不能大于{{n}}",
    "below.number": "须小于{{n}}",
    multiple: "须为{{n}}的倍数",
    "format.email": "不是有效的邮箱地址",
    "format.datetime": "不是有效的时间",
    "format.date": "不是有效的日期",
    "format.time": "不是有效的钟点",
    "format.url": "不是有效的网址",
    format: "格式不对",
    unknown: "没有这一项",
    choice: "不在可选的值之中",
    form: "不是可接受的形式",
    other: "内容无效",
  },
  en: {
    missing: "is missing",
    "type.string": "must be text",
    "type.number": "must be a number",
    "type.int": "must be a whole number",
    "type.boolean": "must be true or false",
    "type.array": "must be a list",
    "type.object": "must be a group of fields",
    type: "has the wrong type",
    empty: "must not be empty",
    "least.string": "must have at least {{n}} characters",
    "least.array": "must have at least {{n}} entries",
    "least.number": "must be at least {{n}}",
    "above.number": "must be more than {{n}}",
    "most.string": "must have at most {{n}} characters",
    "most.array": "must have at most {{n}} entries",
    "most.number": "must be at most {{n}}",
    "below.number": "must be less than {{n}}",
    multiple: "must be a multiple of {{n}}",
    "format.email": "is no mail address",
    "format.datetime": "is no ISO-8601 instant in UTC",
    "format.date": "is no date",
    "format.time": "is no time of day",
    "format.url": "is no web address",
    format: "has the wrong form",
    unknown: "there is no such field",
    choice: "is none of the values to choose from",
    form: "has none of the forms that are taken",
    other: "is not valid",
  },
});
type Word = keyof (typeof words)["en"];

const isWord = (key: string): key is Word => Object.hasOwn(words.en, key);

const say = (key: Word, n: unknown = ""): InBoth => ({
  "zh-CN": fill(words["zh-CN"][key], { n: String(n) }),
  en: fill(words.en[key], { n: String(n) }),
});

const sayOr = (key: string, other: Word, n?: unknown): InBoth => say(isWord(key) ? key : other, n);

const KINDS: Record<string, string> = { record: "object", map: "object", set: "array", bigint: "number" };
const kindOf = (named: unknown): string => KINDS[String(named)] ?? String(named);

function bound({ origin, minimum, maximum, inclusive }: Issue, isLow: boolean): InBoth {
  const kind = origin === "int" || origin === "bigint" ? "number" : kindOf(origin);
  const limit = isLow ? minimum : maximum;
  if (isLow && limit === 1 && kind !== "number") return say("empty");
  const strict = inclusive === false && kind === "number";
  const [low, high] = strict ? ["above", "below"] : ["least", "most"];
  return sayOr(`${isLow ? low : high}.${kind}`, "other", limit);
}

/** What is wrong, in words for whoever fills in a form: a text of the schema itself, else one of its kind of fault. */
export function wordsOfIssue(issue: Issue): InBoth {
  const own = schemaWords(issue.message);
  if (own) return own;
  switch (issue.code) {
    case "invalid_type":
      if (issue.message.endsWith("received undefined")) return say("missing");
      return sayOr(`type.${kindOf(issue.expected)}`, "type");
    case "too_small":
      return bound(issue, true);
    case "too_big":
      return bound(issue, false);
    case "invalid_format":
      return sayOr(`format.${String(issue.format)}`, "format");
    case "not_multiple_of":
      return say("multiple", issue.divisor);
    case "unrecognized_keys":
      return say("unknown");
    case "invalid_value":
      return choiceOf(issue.values);
    case "invalid_union":
      return say("form");
    default:
      return say("other");
  }
}

function choiceOf(values: unknown): InBoth {
  const { "zh-CN": chinese, en } = say("choice");
  return { "zh-CN": chinese, en: Array.isArray(values) ? `${en}: ${values.join(", ")}` : en };
}

/** A field that there is not. */
export const NO_SUCH_FIELD: InBoth = say("unknown");
