import { problem } from "@yigong/functions/api/problem.ts";
import { signInDeps } from "@yigong/functions/composition/v1.ts";
import { Hono } from "hono";
import type { ShiftedClock } from "../data-directory/shifted-clock.ts";
import type { Machine } from "../machine.ts";
import { clockRoutes } from "./clock-routes.ts";
import { isExposed, knownHost, knownHosts } from "./known-host.ts";
import { ownPages } from "./own-pages.ts";

export interface SiteOptions {
  machine: Pick<Machine, "web" | "app" | "beat" | "report">;
  /** The address that the server listens on. */
  hostname: string;
  /** The server's public origin. */
  origin: string;
  /** In development, the clock that may be moved. */
  clock?: ShiftedClock | undefined;
}

/**
 * A machine's web as a server gives it out: only under its own names, and with its own pages closed to strangers unless it
 * is one of development on loopback.
 */
export function openSite({ machine, hostname, origin, clock }: SiteOptions): Hono {
  const site = new Hono();
  site.notFound((c) => problem(c, 404, "route.missing", "There is nothing at this address."));
  site.use("*", knownHost(knownHosts(hostname, origin)));
  // A program that asks for it is to learn that there is none, not to sign in.
  if (!clock) site.all("/development/*", (c) => c.notFound());
  const isOpen = clock !== undefined && !isExposed(hostname, origin);
  if (!isOpen) site.route("/", ownPages(signInDeps(machine.app.useCases), machine.report));
  if (clock) site.route("/", clockRoutes(clock, machine.beat));
  // Not as a route: the machine's own answers to errors and missing pages stay.
  site.all("*", (c) => machine.web.fetch(c.req.raw, c.env));
  return site;
}
