import { resumeImports } from "@yigong/application/roster/resume-imports.ts";
import { STALE_SECONDS_ALONE } from "@yigong/application/search/keep-book.ts";
import { openBooks, searchBooks } from "@yigong/application/search/search-books.ts";
import { Hono } from "hono";
import { type CardsPort, NO_CARDS } from "../cards/cards-from-settings.ts";
import { documents } from "../documents/documents.ts";
import type { SignInPort } from "../pages/sign-in-deps.ts";
import { activityLifecycle } from "./activity-lifecycle.ts";
import { awardRun } from "./award-run.ts";
import { cardCallbacksOf } from "./cards.ts";
import { httpOf } from "./http.ts";
import { jobsOf } from "./jobs.ts";
import { outboxOf } from "./outbox.ts";
import { NO_WAYS, signInPagesOf } from "./sign-in.ts";
import { surveyPagesOf } from "./survey-pages.ts";
import { type Outward, type Ports, useCases } from "./use-cases.ts";

/** The whole system from its ports, in one process: what is a function of its own on AWS, each from the same parts. */
export function compose({
  signIn = NO_WAYS,
  cards = NO_CARDS,
  ...ports
}: Omit<Ports, "documents"> & Outward & { signIn?: SignInPort; cards?: CardsPort }) {
  const w = useCases({ ...ports, documents });
  const outbox = outboxOf(w, { ...ports, cardApps: cards.apps });
  const books = searchBooks({ ...w, staleSeconds: STALE_SECONDS_ALONE });
  const pages = new Hono()
    .route("/", surveyPagesOf(w))
    .route("/", signInPagesOf(w, signIn))
    .route("/", cardCallbacksOf(w, cards));
  return {
    useCases: w,
    tasks: { ...activityLifecycle(w), ...awardRun(w) },
    outbox,
    /** Finishes what a kill has left half done; called once before anybody is served. */
    resume: () => resumeImports(w),
    jobs: { sweepOutbox: outbox.run, ...jobsOf(w) },
    /** Makes ready what lists are searched by. */
    warm: () => openBooks(books),
    app: httpOf(w, pages, { books, signIn, cards }),
  };
}

export type App = ReturnType<typeof compose>;
