import { Button } from "antd";
import { type DragEvent, useRef, useState } from "react";
import { useWords } from "../../../shared/words.ts";
import { moneyWords } from "./money.words.ts";
import { MOST, type Receipt, type Receipts } from "./use-receipts.ts";

const ACCEPTED = ".jpg,.jpeg,.png,.webp,.pdf";

/** Where receipts are dropped, and how each of them stands. */
export function ReceiptsField({ receipts }: { receipts: Receipts }) {
  const say = useWords(moneyWords);
  return (
    <div className="field">
      <span>{say("receipts")}</span>
      {receipts.items.length < MOST && <Drop onFiles={receipts.add} />}
      <ul className="files">
        {receipts.items.map((receipt) => (
          <Line key={receipt.id} receipt={receipt} receipts={receipts} />
        ))}
      </ul>
    </div>
  );
}

function Drop({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const say = useWords(moneyWords);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const dragging = (is: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(is);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is by mouse only; the button beside it is for everybody.
    <div
      className={`drop${over ? " drop-over" : ""}`}
      onDragOver={dragging(true)}
      onDragLeave={dragging(false)}
      onDrop={(event) => {
        dragging(false)(event);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <p>
        {say("drop")} <Button onClick={() => input.current?.click()}>{say("drop.choose")}</Button>
      </p>
      <p className="quiet">{say("drop.hint", { most: String(MOST) })}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label={say("drop.choose")}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = "";
        }}
      />
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
