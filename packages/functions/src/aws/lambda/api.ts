import { join } from "node:path";
import { Hono } from "hono";
import { cardCallbacksOf } from "../../composition/cards.ts";
import { httpOf } from "../../composition/http.ts";
import { signInPagesOf } from "../../composition/sign-in.ts";
import { documents } from "../../documents/documents.ts";
import { webFilesIn } from "../../lib/web-files.ts";
import { webPages } from "../../pages/web.ts";
import { cardsOnAws } from "../cards-on-aws.ts";
import { onHttp } from "../http-handler.ts";
import { behindLinks } from "../large-answers.ts";
import { installation, nameOf } from "../resource.ts";
import { filesOrigin } from "../s3-files.ts";
import { signInOnAws } from "../sign-in-on-aws.ts";
import { start } from "../start-function.ts";

const { useCases, runtime } = start(process.env, { documents });

/** The built apps, beside the bundle. */
const webFile = webFilesIn(join(process.env.LAMBDA_TASK_ROOT ?? ".", "web"));
const fileOrigins = [filesOrigin(nameOf("Files"), { env: process.env })];
const signIn = signInOnAws();
const cards = cardsOnAws();
const pages = new Hono()
  .route("/", webPages({ webFile, fileOrigins, cdn: installation().cdn }))
  .route("/", signInPagesOf(useCases, signIn))
  .route("/", cardCallbacksOf(useCases, cards));

export const handler = onHttp(runtime, behindLinks(httpOf(useCases, pages, { signIn, cards }), useCases));
