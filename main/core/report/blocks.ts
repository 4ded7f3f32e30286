import type { RunLabel } from "../history/index.ts";

/** A value in a sentence or a cell; `code` is set in the monospaced face. All of it is text, never markup. */
export type Inline = string | { readonly code: string };

/** What a report for reading is made of. Every form writes these few kinds, so each has one place that escapes. */
export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | {
      readonly kind: "verdict";
      readonly tone: RunLabel["tone"];
      readonly sentence: string;
      readonly detail: string;
    }
  | { readonly kind: "paragraph"; readonly text: string }
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly Inline[])[];
    }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly Inline[] }
  | { readonly kind: "code"; readonly caption: string; readonly text: string }
  /** Folded where the form can fold. */
  | { readonly kind: "details"; readonly summary: string; readonly blocks: readonly Block[] }
  /** Shown as a link only when the address is http or https. */
  | { readonly kind: "link"; readonly text: string; readonly address: string };

/** True for an address that may become a link; every other scheme stays text. */
export function isLinkable(address: string): boolean {
  return /^https?:\/\/[^\s"'<>\\^`{|}]+$/i.test(address) && URL.canParse(address);
}
