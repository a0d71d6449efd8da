import { httpOf } from "../../composition/http.ts";
import { documents } from "../../documents/documents.ts";
import { onHttp } from "../http.ts";
import { behindLinks } from "../large-answers.ts";
import { start } from "../start.ts";

const { useCases, around } = start(process.env, { documents });

export const handler = onHttp(around, behindLinks(httpOf(useCases), useCases));
