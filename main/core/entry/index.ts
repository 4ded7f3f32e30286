/** Typing values: what a key takes, what a typed text becomes, and what a key begins with. */
export { firstItem, firstValue, wantedFor } from "./key-entry.ts";
export { readTypedText, type TypedAs, type Wanted } from "./typed-text.ts";
