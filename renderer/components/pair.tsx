import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import type { Tone } from "./tag.tsx";

type Half = {
  readonly word: string;
  readonly tone: Tone;
  /** What becomes of a code, in a word: `accepted`. */
  readonly meaning?: string;
  /** It is not certain that the answer is this one. */
  readonly isOpen?: boolean;
};
type PairProps = { readonly login: Half; readonly check: Half };

/** The two sign-ins side by side: login window left, password check right, everywhere in this order. */
export function Pair({ login, check }: PairProps): ReactNode {
  return (
    <span className="pair">
      <span className="pair-half">
        <Icon name="login-window" />
        <span className="visually-hidden">Login: </span>
        <Word {...login} />
      </span>
      <span className="pair-half">
        <Icon name="password-check" />
        <span className="visually-hidden">Password check: </span>
        <Word {...check} />
      </span>
    </span>
  );
}

function Word({ word, tone, meaning, isOpen = false }: Half): ReactNode {
  return (
    <span className={isOpen ? "pair-open" : `tone-${tone}`}>
      {word}
      {meaning !== undefined && <span className="pair-meaning">, {meaning}</span>}
    </span>
  );
}
