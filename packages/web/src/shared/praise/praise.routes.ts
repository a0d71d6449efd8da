import type { PraiseView } from "@yigong/functions/api/praise.view.ts";
import type * as z from "zod";
import type { Material, Page, PhotoUpload } from "../api/routes.ts";

export type Praise = z.output<typeof PraiseView>;

declare module "../api/routes.ts" {
  interface Answers {
    "GET /praise": Page<Praise>;
    "GET /praise/{year}/{praiseId}": Praise;
    "POST /praise": Praise;
    "POST /praise/{year}/{praiseId}/void": Praise;
    "POST /praise/{year}/{praiseId}/files": PhotoUpload;
    "POST /praise/{year}/{praiseId}/files/{photoId}/uploaded": Material;
  }
}
