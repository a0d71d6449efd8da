import { Button } from "antd";
import { useWords } from "../../../shared/words.ts";
import { Drop } from "../drop.tsx";
import { moneyWords } from "./money.words.ts";
import { MOST, type Receipt, type Receipts } from "./use-receipts.ts";

const ACCEPTED = ".jpg,.jpeg,.png,.webp,.pdf";

/** Where receipts are dropped, and how each of them stands. */
export function ReceiptsField({ receipts }: { receipts: Receipts }) {
  const say = useWords(moneyWords);
  return (
    <div className="field">
      <span>{say("receipts")}</span>
      {receipts.items.length < MOST && (
        <Drop
          onFiles={receipts.add}
          accept={ACCEPTED}
          text={say("drop")}
          choose={say("drop.choose")}
          hint={say("drop.hint", { most: String(MOST) })}
        />
      )}
      <ul className="files">
        {receipts.items.map((receipt) => (
          <Line key={receipt.id} receipt={receipt} receipts={receipts} />
        ))}
      </ul>
    </div>
  );
}

function Line({ receipt, receipts }: { receipt: Receipt; receipts: Receipts }) {
  const say = useWords(moneyWords);
  const { file, state, why } = receipt;
  const bad = state === "failed" || state === "refused";
  return (
    <li className="file">
      <span className="file-name">
        {file.name}
        <span className={bad ? "late" : "quiet"} role={bad ? "alert" : "status"}>
          {why ?? say(`receipt.${state}`)}
        </span>
      </span>
      <span className="line-acts">
        {state === "failed" && (
          <Button size="small" onClick={() => receipts.again(receipt)}>
            {say("receipt.again")}
          </Button>
        )}
        {state !== "sending" && (
          <Button size="small" onClick={() => receipts.remove(receipt)}>
            {say("receipt.remove")}
          </Button>
        )}
      </span>
    </li>
  );
}
