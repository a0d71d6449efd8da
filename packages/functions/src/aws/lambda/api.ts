import { httpOf } from "../../composition/http.ts";
import { onHttp } from "../http.ts";
import { behindLinks } from "../large-answers.ts";
import { start } from "../start.ts";

const { useCases, around } = start(process.env);

export const handler = onHttp(around, behindLinks(httpOf(useCases), useCases));
