import { type InBoth, Refusal } from "@yigong/core/lib/error.ts";
import { fieldIn } from "./field-words.ts";
import { type Issue, wordsOfIssue } from "./issue-words.ts";

/** One thing that is wrong with an input, and where. */
export interface InputFault {
  path: readonly PropertyKey[];
  said: InBoth;
}

const dotted = (path: readonly PropertyKey[]): string => path.map(String).join(".");

const sentence = (faults: readonly InputFault[], language: keyof InBoth): string =>
  faults
    .map(({ path, said }) =>
      language === "en" ? `${dotted(path) || "body"}: ${said.en}` : `${fieldIn("zh-CN", path)}：${said["zh-CN"]}`,
    )
    .join(language === "en" ? "; " : "；");

/** An input that is not what its schema asks for; it names every fault. */
export class InputRefusal extends Refusal {
  readonly faults: readonly InputFault[];

  constructor(faults: readonly InputFault[]) {
    const told = { "zh-CN": sentence(faults, "zh-CN"), en: sentence(faults, "en") };
    const said = { "zh-CN": "{{faults}}", en: "{{faults}}", values: { faults: told } };
    super("invalid", "input.invalid", told.en, { said });
    this.faults = faults;
  }

  /** What a form shows beside its fields. */
  errorsIn(language: keyof InBoth): { path: string; field: string; message: string }[] {
    return this.faults.map(({ path, said }) => ({
      path: dotted(path),
      field: fieldIn(language, path),
      message: said[language],
    }));
  }
}

/** Turns what a schema found into one refusal that names every fault. @throws `input.invalid` */
export const refuseInput = (issues: readonly Issue[]): InputRefusal =>
  new InputRefusal(issues.map((issue) => ({ path: issue.path, said: wordsOfIssue(issue) })));
