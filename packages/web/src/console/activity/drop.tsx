import { Button } from "antd";
import { type DragEvent, useRef, useState } from "react";

interface Props {
  onFiles: (files: readonly File[]) => void;
  /** As the `accept` of an input. */
  accept: string;
  /** What can be done, before the button. */
  text: string;
  choose: string;
  hint: string;
}

/** A place onto which files are dropped, or by which they are chosen. */
export function Drop({ onFiles, accept, text, choose, hint }: Props) {
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
        {text} <Button onClick={() => input.current?.click()}>{choose}</Button>
      </p>
      <p className="quiet">{hint}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accept}
        aria-label={choose}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = "";
        }}
      />
    </div>
  );
}
