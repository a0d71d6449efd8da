import { httpOf } from "../../composition/http.ts";
import { signInPagesOf } from "../../composition/sign-in.ts";
import { documents } from "../../documents/documents.ts";
import { onHttp } from "../http-handler.ts";
import { behindLinks } from "../large-answers.ts";
import { signInOnAws } from "../sign-in-on-aws.ts";
import { start } from "../start-function.ts";

const { useCases, runtime } = start(process.env, { documents });

export const handler = onHttp(runtime, behindLinks(httpOf(useCases, signInPagesOf(useCases, signInOnAws())), useCases));
