import { readFile } from "node:fs/promises";
import { applyImport } from "@yigong/application/roster/apply-import.ts";
import { previewImport } from "@yigong/application/roster/preview-import.ts";
import { SETUP } from "@yigong/functions/api/sign-in.ts";
import type { UseCases } from "@yigong/functions/composition/use-cases.ts";
import { oidc } from "@yigong/functions/sign-in/oidc.ts";
import type { Hono } from "hono";
import { TRIAL_CLAIM, TRIAL_CLIENT, trialIssuer } from "./issuer.ts";

/** The example's people, as they come with this software. */
const EXAMPLE = new URL("../../../../examples/taizhou/roster.xlsx", import.meta.url);

/** What a machine offers for trying out: an issuer of its own, the way through it, and the example's people. */
export interface TrialParts {
  issuer: Hono;
  way: ReturnType<typeof oidc>;
  importExample(): Promise<void>;
}

/**
 * Opens what is for trying out. Only for a server that nobody else reaches.
 *
 * @param w - asked for when it is first used: the machine is composed with the way
 */
export function openTrial({
  w,
  origin,
  now,
}: {
  w: () => UseCases;
  origin: () => string;
  now: () => string;
}): TrialParts {
  let opened: Hono | undefined;
  const issuer = () => {
    const { members, units, settings, dayOf } = w();
    opened ??= trialIssuer({ members, units, settings, dayOf, now, origin });
    return opened;
  };
  let way: TrialParts["way"] | undefined;
  /** The port of the server is known when the first request comes. */
  const lazily = () => {
    way ??= oidc(
      {
        issuer: `${origin()}/try`,
        tenant: "trial",
        clientId: TRIAL_CLIENT,
        scope: "openid profile",
        employeeClaim: TRIAL_CLAIM,
      },
      // In this very process: nothing has to reach the server from outside.
      { fetch: async (url, init) => issuer().fetch(new Request(url, init)), now: () => Date.parse(now()), name: "try" },
    );
    return way;
  };
  return {
    get issuer() {
      return issuer();
    },
    way: {
      name: "try",
      begin: (...asked) => lazily().begin(...asked),
      identify: (...asked) => lazily().identify(...asked),
    },
    async importExample() {
      const by = { actorId: SETUP, at: now() };
      const file = { kind: "roster", fileName: "roster.xlsx", bytes: new Uint8Array(await readFile(EXAMPLE)) } as const;
      const { id } = await previewImport(w(), file, by);
      await applyImport(w(), id, { ...by, at: now() });
    },
  };
}
