import { cardsFrom } from "../cards/cards-from-settings.ts";
import { installation, isLinked, settingOf } from "./resource.ts";

/** The cards of the office apps that the company has set up. @throws Error that names a setting which is malformed */
export const cardsOnAws = () =>
  cardsFrom((setting) => (isLinked(setting) ? settingOf(setting) : undefined), {
    fetch,
    now: Date.now,
    origin: () => installation().origin,
  });
