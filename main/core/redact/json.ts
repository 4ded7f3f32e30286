import { masked, treatmentOf } from "./names.ts";
import type { KnownSecrets } from "./needles.ts";
import { maskKnown, maskSecrets } from "./secrets.ts";
import { shortenUserName } from "./user-name.ts";

/** How deep nested values are followed; what lies deeper is masked as a whole. */
const deepest = 64;

/** How much of a value comes out. What is cut is said where it stood. */
export type Room = {
  /** Characters of all texts and names together. */
  readonly characters: number;
  /** Values in all. */
  readonly values: number;
  /** Characters of one text. */
  readonly text: number;
  /** Characters of one name. */
  readonly name: number;
};

const noEnd: Room = {
  characters: Number.POSITIVE_INFINITY,
  values: Number.POSITIVE_INFINITY,
  text: Number.POSITIVE_INFINITY,
  name: Number.POSITIVE_INFINITY,
};

/** A copy of a JSON value with every secret member masked, at any depth, and known secrets in every text and name. */
export function maskJson(value: unknown, known: KnownSecrets, room: Room = noEnd): unknown {
  return new Masker(known, room, maskSecrets, shownMember).value(value, 0);
}

/**
 * A copy of any value of plain data with the known secrets masked in every text and name; numbers and shape stay. For
 * results, where {@link maskJson} would also hide members that only share a name with a secret.
 */
export function maskValues(value: unknown, known: KnownSecrets, room: Room = noEnd): unknown {
  return new Masker(known, room, maskKnown, () => undefined).value(value, 0);
}

/** What stands for a member because of its name; undefined where the name says nothing. */
function shownMember(name: string, member: unknown): unknown {
  // OAuth errors have a numeric `code` now and then; numbers and flags are no credentials.
  if (member === null || typeof member === "number" || typeof member === "boolean") return undefined;
  const treatment = treatmentOf(name);
  if (treatment === "secret") return member === "" ? "" : masked;
  return treatment === "user-name" && typeof member === "string" ? shortenUserName(member) : undefined;
}

class Masker {
  readonly #known: KnownSecrets;
  readonly #room: Room;
  readonly #mask: typeof maskKnown;
  readonly #byName: typeof shownMember;
  #characters = 0;
  #values = 0;

  constructor(known: KnownSecrets, room: Room, mask: typeof maskKnown, byName: typeof shownMember) {
    this.#known = known;
    this.#room = room;
    this.#mask = mask;
    this.#byName = byName;
  }

  value(value: unknown, depth: number): unknown {
    this.#values += 1;
    if (typeof value === "string") return this.#text(value, this.#room.text);
    if (typeof value === "number") return this.#number(value);
    if (typeof value !== "object" || value === null) return value;
    if (depth >= deepest) return masked;
    return Array.isArray(value) ? this.#list(value, depth) : this.#members(value, depth);
  }

  #text(text: string, most: number): string {
    const left = Math.max(0, Math.min(most, this.#room.characters - this.#characters));
    this.#characters += Math.min(text.length, left);
    return this.#mask(text, this.#known, left);
  }

  /** A password of digits comes back as a number where somebody forgot the quotation marks. */
  #number(value: number): unknown {
    const text = String(value);
    this.#characters += text.length;
    return this.#mask(text, this.#known) === text ? value : masked;
  }

  #list(list: readonly unknown[], depth: number): unknown {
    const shown: unknown[] = [];
    for (const element of list) {
      if (this.#isFull()) return [...shown, `… ${list.length - shown.length} more values`];
      shown.push(this.value(element, depth + 1));
    }
    return shown;
  }

  #members(value: object, depth: number): unknown {
    const entries = Object.entries(value);
    const shown = new Map<string, unknown>();
    for (const [name, member] of entries) {
      if (this.#isFull()) {
        shown.set("…", `${entries.length - shown.size} more members`);
        break;
      }
      const byName = this.#byName(name, member);
      if (byName !== undefined) this.#values += 1;
      shown.set(this.#name(name, shown), byName === undefined ? this.value(member, depth + 1) : byName);
    }
    return Object.fromEntries(shown);
  }

  /** Two names that only differ in what is masked stay two. */
  #name(name: string, taken: ReadonlyMap<string, unknown>): string {
    const shown = this.#text(name, this.#room.name);
    if (!taken.has(shown)) return shown;
    let count = 2;
    while (taken.has(`${shown} ${count}`)) count += 1;
    return `${shown} ${count}`;
  }

  #isFull(): boolean {
    return this.#values >= this.#room.values || this.#characters >= this.#room.characters;
  }
}
