import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import type { Tone } from "./tag.tsx";

type Half = { readonly word: string; readonly tone: Tone };
type PairProps = { readonly login: Half; readonly check: Half };

/** The two sign-ins side by side: login window left, password check right, everywhere in this order. */
export function Pair({ login, check }: PairProps): ReactNode {
  return (
    <span className="pair">
      <span className="pair-half">
        <Icon name="login-window" />
        <span className="visually-hidden">Login: </span>
        <span className={`tone-${login.tone}`}>{login.word}</span>
      </span>
      <span className="pair-half">
        <Icon name="password-check" />
        <span className="visually-hidden">Password check: </span>
        <span className={`tone-${check.tone}`}>{check.word}</span>
      </span>
    </span>
  );
}
