import type { Quantiles } from "../load.ts";
import { runChild } from "../run-child.ts";

export interface Waiting {
  waiting: number;
  /** How long it took to start them all. */
  fillSeconds: number;
  /** From opening the file to the first answer with all resumed. */
  openMs: number;
  /** The same from the start of the process. */
  processMs: number;
  rssMiB: number;
  rssAfterMiB: number;
  answered: number;
  /** Milliseconds from SendTaskSuccess to the durable end, two states later. */
  resume: Quantiles;
  /** The same of plain small commits, made in between on a file beside it. */
  plain: Quantiles;
}

interface Resumed {
  openMs: number;
  processMs: number;
  rssAtStart: number;
  rssAtEnd: number;
  answered: number;
  resume: Quantiles;
  plain: Quantiles;
}

const mebibyte = 1_048_576;

/** Lets many executions wait on tokens, opens their file in a new process and answers some. */
export async function measureWaiting(
  directory: string,
  { count, answers, calm }: { count: number; answers: number; calm: () => Promise<unknown> },
): Promise<Waiting> {
  const filled = await runChild<{ seconds: number; waiting: number }>("waiting/fill.ts", [directory, String(count)]);
  await calm();
  const opened = await runChild<Resumed>("waiting/resume.ts", [directory, String(answers), String(Date.now())]);
  return {
    waiting: filled.waiting,
    fillSeconds: filled.seconds,
    openMs: opened.openMs,
    processMs: opened.processMs,
    rssMiB: opened.rssAtStart / mebibyte,
    rssAfterMiB: opened.rssAtEnd / mebibyte,
    answered: opened.answered,
    resume: opened.resume,
    plain: opened.plain,
  };
}
