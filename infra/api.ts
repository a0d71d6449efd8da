import { functions } from "./functions.ts";
import { gateway } from "./gateway.ts";

gateway.route("$default", functions.Api.arn);
gateway.route("GET /s/{token}", functions.SurveyPages.arn);
gateway.route("POST /s/{token}", functions.SurveyPages.arn);
