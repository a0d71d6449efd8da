import { keepPreviousData, QueryClient, useQuery } from "@tanstack/react-query";
import { call, type Given } from "./call.ts";
import { passes } from "./problem.ts";
import type { Answers, Reading } from "./routes.ts";

const SHOWN_MS = 5_000;
const HIDDEN_MS = 30_000;
const JITTER = 0.3;

/** How long until the next look: 5 s with jitter, so that a crowd does not come at once; 30 s while nobody looks. */
export const nextLook = (hidden: boolean, random: number): number =>
  Math.round((hidden ? HIDDEN_MS : SHOWN_MS) * (1 + JITTER * (random - 0.5)));

export const newClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < 2 && passes(error),
        retryDelay: (failures) => 500 * 2 ** failures,
        networkMode: "always",
        staleTime: 2_000,
        refetchOnWindowFocus: true,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });

interface Options {
  /** Looked at again and again while the page is open. */
  live?: boolean;
  enabled?: boolean;
  /** What was read before stays until what is asked for now is there, so that a list that is narrowed does not jump. */
  keep?: boolean;
}

/** Reads a route, keeps what was read while it is read again, and looks again while the page is open. */
export const useReading = <R extends Reading>(
  route: R,
  given: Given<R> = {},
  { live = true, enabled = true, keep = false }: Options = {},
) =>
  useQuery<Answers[R]>({
    queryKey: [route, given.path ?? {}, given.query ?? {}],
    queryFn: ({ signal }) => (call as (route: R, given: Given<R>) => Promise<Answers[R]>)(route, { ...given, signal }),
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
    refetchInterval: live ? () => nextLook(document.hidden, Math.random()) : false,
    refetchIntervalInBackground: true,
  });

export type Read<T> = Pick<ReturnType<typeof useQuery<T>>, "data" | "error" | "isPending" | "refetch" | "isFetching">;
