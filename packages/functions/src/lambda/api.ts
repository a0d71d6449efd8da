import { onHttp } from "../aws/http.ts";
import { behindLinks } from "../aws/large-answers.ts";
import { start } from "../aws/start.ts";
import { httpOf } from "../compose/http.ts";

const { world, around } = start(process.env);

export const handler = onHttp(around, behindLinks(httpOf(world), world));
