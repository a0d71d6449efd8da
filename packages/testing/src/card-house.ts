import { openAlliance, type Who } from "./alliance.ts";
import { CARD_ENV, cardOffices, type OfficeApp, pressed, type SeenCard } from "./card-offices.ts";

const TENANT: Record<OfficeApp, string> = { wecom: "wwcorp1", dingtalk: "dingcorp", feishu: "tenant-1" };

/** A press of a button by the card's own reader, now, unless it says otherwise. */
interface How {
  by?: string;
  at?: string;
  nonce?: string;
}

/** An alliance whose office apps show cards, on loopback. */
export async function cardHouse() {
  const offices = await cardOffices();
  const house = await openAlliance({ env: CARD_ENV, officeBases: offices.bases });
  const { machine } = house;
  return {
    offices,
    house,
    /** Makes an account somebody's, as signing in with the office app does. */
    async bind(who: Who, provider: OfficeApp, name: string): Promise<void> {
      const subject = provider === "wecom" ? name.toLowerCase() : name;
      const whose = { provider, tenant: TENANT[provider], subject, memberId: house.idOf(who) };
      const account = { ...whose, how: "roster" as const, boundAt: machine.now(), version: 0 };
      await machine.app.useCases.identities.bind(account, { effects: [], audit: [] });
    },
    lastCard(app: OfficeApp): SeenCard {
      const card = offices.cards().findLast((one) => one.app === app);
      if (!card) throw new Error(`${app} was sent no card.`);
      return card;
    },
    /** The outcomes that an app's cards were told to show. */
    turnedIn: (app: OfficeApp) => offices.turned().flatMap((one) => (one.app === app ? [one.outcome] : [])),
    async press(card: SeenCard, says: string, { by = card.account, at = machine.now(), nonce }: How = {}) {
      const told = { card: { ...card, account: by }, says, at, ...(nonce === undefined ? {} : { nonce }) };
      const { path, ...request } = pressed(card.app, told);
      const answer = await machine.web.request(path, request);
      const text = await answer.text();
      await machine.settle();
      return { status: answer.status, text };
    },
    async close(): Promise<void> {
      await house.close();
      await offices.stop();
    },
  };
}

export type CardHouse = Awaited<ReturnType<typeof cardHouse>>;
