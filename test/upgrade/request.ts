import { tokenFor } from "@yigong/functions/api/sign-in.ts";
import type { Machine } from "@yigong/local/machine.ts";

/** An HTTP request to a machine. */
export interface Question {
  /** Id of the member who is signed in; absent for public pages. */
  who?: string | undefined;
  method: string;
  /** From the root, with its query. */
  path: string;
  body?: BodyInit | undefined;
  /** Content type of the body. */
  type?: string | undefined;
  /** Idempotency key: the id of what is created is derived from it. */
  key?: string | undefined;
}

/** Sends a request and waits until all effects that are due have been handled. */
export async function send(machine: Machine, { who, method, path, body, type, key }: Question): Promise<Response> {
  const token = who && (await tokenFor(who, { secret: machine.secrets.tokens, at: machine.now() }));
  const response = await machine.web.request(path, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(type ? { "content-type": type } : {}),
      ...(key ? { "idempotency-key": key } : {}),
    },
    ...(body === undefined ? {} : { body }),
  });
  await machine.settle();
  return response;
}

/** Sends a request with a JSON body. @throws Error unless it is answered by 2xx */
export async function sendJson<Answer>(
  machine: Machine,
  { json, ...question }: Omit<Question, "body" | "type"> & { json?: object },
): Promise<Answer> {
  const body = json && { body: JSON.stringify(json), type: "application/json" };
  const response = await send(machine, { ...question, ...body });
  const text = await response.text();
  if (!response.ok) throw new Error(`${question.method} ${question.path} was answered by ${response.status}: ${text}`);
  return (text === "" ? undefined : JSON.parse(text)) as Answer;
}
