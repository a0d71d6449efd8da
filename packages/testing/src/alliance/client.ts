import { tokenFor } from "@yigong/functions/api/sign-in.ts";
import type { Machine } from "@yigong/local/machine.ts";

/** A request that was answered by a problem document. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor({ status, code, detail }: { status: number; code: string; detail: string }) {
    super(`${status} ${code}: ${detail}`);
    this.status = status;
    this.code = code;
  }
}

/** One person's way to the API. Each call waits until all that it causes at once has happened. */
export interface Client {
  get<Answer>(path: string): Promise<Answer>;
  /** @param once - the idempotency key */
  post<Answer>(path: string, body?: unknown, once?: string): Promise<Answer>;
  patch<Answer>(path: string, body: unknown): Promise<Answer>;
  put<Answer>(path: string, body: unknown): Promise<Answer>;
  delete<Answer>(path: string): Promise<Answer>;
  /** A multipart form. */
  send<Answer>(path: string, form: FormData): Promise<Answer>;
}

/** A client for whoever a token's subject names. @throws Refused */
export function clientFor(machine: Machine, subject: string): Client {
  const call = async <Answer>(method: string, path: string, body?: unknown, once?: string): Promise<Answer> => {
    const token = await tokenFor(subject, { secret: machine.secrets.tokens, at: machine.now() });
    const form = body instanceof FormData;
    const response = await machine.web.request(`/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(form ? {} : { "content-type": "application/json" }),
        ...(once === undefined ? {} : { "idempotency-key": once }),
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Refused(JSON.parse(text));
    await machine.settle();
    return (text === "" ? undefined : JSON.parse(text)) as Answer;
  };
  return {
    get: (path) => call("GET", path),
    post: (path, body = {}, once) => call("POST", path, body, once),
    patch: (path, body) => call("PATCH", path, body),
    put: (path, body) => call("PUT", path, body),
    delete: (path) => call("DELETE", path),
    send: (path, form) => call("POST", path, form),
  };
}
