import { onHttp } from "../aws/http.ts";
import { start } from "../aws/start.ts";
import { httpOf } from "../compose/http.ts";

const { world, around } = start(process.env);

export const handler = onHttp(around, httpOf(world));
