import { type ReactNode, useRef } from "react";
import { splitForMiddleCut } from "../text/cut-middle.ts";
import { useCloseCut } from "./close-cut.ts";

type MiddleCutProps = {
  readonly value: string;
  readonly mono?: boolean;
  /** What the tooltip shows where the value is a part of something longer. */
  readonly whole?: string;
};

/**
 * A value on one line that loses its middle, never its end, when room is short. The whole value stays in the text
 * itself, so selection, copy and assistive technology have it; the tooltip shows it.
 */
export function MiddleCut({ value, mono = false, whole = value }: MiddleCutProps): ReactNode {
  const { head, tail } = splitForMiddleCut(value);
  const headPart = useRef<HTMLSpanElement>(null);
  const tailPart = useRef<HTMLSpanElement>(null);
  useCloseCut(headPart, tailPart, value);
  return (
    <span className={mono ? "middle-cut mono" : "middle-cut"} title={whole}>
      <span className="cut" ref={headPart}>
        {head}
      </span>
      {tail !== "" && (
        <span className="middle-cut-tail" ref={tailPart}>
          {tail}
        </span>
      )}
    </span>
  );
}
