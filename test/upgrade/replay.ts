import type { Machine } from "@yigong/local/machine.ts";
import { type Question, send } from "./request.ts";

/** A file that is posted with an upload form from an earlier answer. */
export interface Upload {
  /** Index of the form among all forms that were requested. */
  form: number;
  name: string;
  type: string;
  base64: string;
}

/** One step of a recording: time passes, a request is sent, or a file is posted. */
export interface Step {
  /** The clock is advanced to it first; ISO-8601 UTC. */
  at: string;
  ask?: Omit<Question, "body"> & { body?: string };
  upload?: Upload;
  status?: number;
  /** JSON of the response, for requests that only read. */
  answer?: unknown;
}

export type Answer = Pick<Step, "status" | "answer">;

/** The response to a request for an upload form. */
interface Announced {
  material: { id: string };
  form: { url: string; fields: Record<string, string> };
}

/** The JSON of a response; undefined when it is of another type. */
export const jsonOf = async (response: Response): Promise<unknown> =>
  /^application\/json\b/.test(response.headers.get("content-type") ?? "") ? response.clone().json() : undefined;

/** Stands in paths and bodies for the id of an announced file, which is random. @param form - as in {@link Upload} */
export const placeholder = (form: number): string => `{${form}}`;

async function upload(machine: Machine, { form: { url, fields } }: Announced, { name, type, base64 }: Upload) {
  const body = new FormData();
  for (const [field, value] of Object.entries(fields)) body.append(field, value);
  body.append("file", new Blob([Buffer.from(base64, "base64")], { type }), name);
  return send(machine, { method: "POST", path: url, body });
}

/** Replays a recording. @returns for each step how it was answered; JSON only where the recording has it */
export async function replay(machine: Machine, steps: readonly Step[]): Promise<Answer[]> {
  const forms: Announced[] = [];
  const filled = (text: string) => text.replace(/\{(\d+)\}/g, (_, form) => forms[Number(form)]?.material.id ?? "");
  const answers: Answer[] = [];
  for (const step of steps) {
    await machine.advanceTo(step.at);
    const form = step.upload && forms[step.upload.form];
    if (step.upload && form) answers.push({ status: (await upload(machine, form, step.upload)).status });
    if (!step.ask) {
      if (!step.upload) answers.push({});
      continue;
    }
    const response = await send(machine, { ...step.ask, path: filled(step.ask.path) });
    const answer = await jsonOf(response);
    if (step.ask.path.endsWith("/materials") && step.ask.method === "POST") forms.push(answer as Announced);
    answers.push({ status: response.status, ...(step.answer === undefined ? {} : { answer }) });
  }
  return answers;
}
