import type { Cards } from "@yigong/core/card/card.store.ts";
import type { Messages } from "@yigong/core/message/message.store.ts";
import type { CoverDeps } from "../cover/cover-stores.ts";
import type { IdentityDeps } from "../identity/identity-stores.ts";
import type { ParticipationDeps } from "../participation/participation-stores.ts";
import type { CardApp } from "../ports/cards.ts";

/** What cards read and write: their own rows, and those of what they ask. */
export type CardDeps = ParticipationDeps &
  CoverDeps & {
    cards: Cards;
    members: IdentityDeps["members"];
    identities: IdentityDeps["identities"];
    messages: Pick<Messages, "markRead">;
    /** The office apps that show cards, the first that knows somebody before the others; none without it. */
    cardApps?: readonly CardApp[] | undefined;
    /** Random lower-case hexadecimal digits. */
    random: (digits: number) => string;
    /** Where people reach us, without a slash at the end. */
    origin: () => string;
    now: () => string;
    /** What went wrong and is nobody's refusal. */
    report: (what: string, error: unknown) => void;
  };
