import { holderFrom } from "@yigong/application/session/find-holder.ts";
import { cardCallbacks } from "../cards/callbacks.ts";
import type { CardsPort } from "../cards/cards-from-settings.ts";
import { readerOf } from "./reader.ts";
import type { UseCases } from "./use-cases.ts";

/** Where office apps tell of clicks on cards. */
export const cardCallbacksOf = (w: UseCases, { apps }: Pick<CardsPort, "apps">) =>
  cardCallbacks({
    answer: { ...w, actorFrom: async (member, at) => (await holderFrom(w, member, at)).actor },
    apps,
    reader: readerOf(w),
  });
