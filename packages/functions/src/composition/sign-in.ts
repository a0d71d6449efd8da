import { recent } from "@yigong/core/lib/reading.ts";
import { signInPages } from "../pages/sign-in.tsx";
import type { SignInPort } from "../pages/sign-in-deps.ts";
import type { UseCases } from "./use-cases.ts";

/** An installation at which nobody can sign in by a page. */
export const NO_WAYS: SignInPort = { ways: [], codes: false, mapping: {}, networkOf: () => undefined };

/** The pages on which people sign in. */
export const signInPagesOf = (w: UseCases, signIn: SignInPort) =>
  signInPages({ ...w, settings: { get: () => w.settings.get(recent) }, signIn });
