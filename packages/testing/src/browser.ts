/** The part of an app that a browser needs. */
interface Site {
  request(url: string, init?: RequestInit): Response | Promise<Response>;
}

/**
 * A browser with cookies of its own: keeps what it is given, and says of its forms where they come from.
 *
 * @param origin - of the site; paths are asked for there
 */
export function openBrowser(site: Site, origin: string, headers: Record<string, string> = {}) {
  const cookies = new Map<string, string>();
  const ask = async (
    path: string,
    init: { method?: string; body?: URLSearchParams; headers?: Record<string, string> } = {},
  ) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await site.request(new URL(path, origin).href, {
      ...init,
      headers: { ...headers, ...(cookie && { cookie }), ...init.headers },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = "", ...rest] = line.split(";");
      const [name = "", value = ""] = pair.split("=", 2);
      if (rest.some((part) => /^\s*max-age=0$/i.test(part))) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  return {
    cookies,
    get: (path: string) => ask(path),
    post: (
      path: string,
      form: Record<string, string>,
      more: Record<string, string> = { origin, "sec-fetch-site": "same-origin" },
    ) => ask(path, { method: "POST", body: new URLSearchParams(form), headers: more }),
  };
}

export type Browser = ReturnType<typeof openBrowser>;
