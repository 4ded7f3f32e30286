import type { Problem } from "../../problem.ts";
import { maximumDepth, maximumNotices, maximumValues } from "../limits.ts";
import type { PlistString, PlistValue } from "../value.ts";
import { closeDict, isScalarName, type OpenContainer, type ScalarName, scalar } from "./builder.ts";
import { type Damage, problemAt } from "./problem.ts";
import * as damage from "./structure-damage.ts";
import type { OpenElement } from "./syntax-damage.ts";

/** Damage together with where it is (offset in the text). */
export type PlacedDamage = Damage & { readonly offset: number };

/** What XML 1.0 (production 28, `doctypedecl`) allows between `<!DOCTYPE` and `>`. The parser does not check it. */
const wellFormedDoctype =
  /^\s+[A-Za-z_:][\w:.-]*(\s+(SYSTEM|PUBLIC\s+("[^"]*"|'[^']*'))\s+("[^"]*"|'[^']*'))?\s*(\[[\s\S]*\]\s*)?$/;

/** Hears of a text value and of the offset at which its element begins. */
export type OnText = (value: PlistString, start: number) => void;

type OpenScalar = { readonly name: ScalarName | "key"; readonly start: number; text: string };

/**
 * Builds the value while the parser reports elements. Each method gives the damage that the event reveals, or null.
 * After the first damage the reader must stop; what it would build then means nothing.
 */
export class DocumentReader {
  #values = 0;
  readonly #containers: OpenContainer[] = [];
  #scalar: OpenScalar | null = null;
  readonly #notices: PlacedDamage[] = [];
  #plist: { readonly start: number; readonly open: boolean } | null = null;
  #root: PlistValue | null = null;
  readonly #onText: OnText;

  /** @param onText hears of every text value, and where its element begins */
  constructor(onText: OnText = () => undefined) {
    this.#onText = onText;
  }

  doctype(content: string, offset: number): PlacedDamage | null {
    if (content.includes("<!ENTITY")) return { ...damage.entityDeclared, offset };
    if (!wellFormedDoctype.test(content)) this.#notices.push({ ...damage.doctypeDamaged, offset });
    return null;
  }

  open(name: string, start: number): PlacedDamage | null {
    this.#values += 1;
    // The element around all values is none.
    if (this.#values > maximumValues + 1) return { ...damage.tooMany, offset: start };
    if (this.#scalar !== null) {
      return { ...this.#ofKey(damage.elementInside(name, this.#scalar.name)), offset: start };
    }
    if (name === "plist") return this.#openPlist(start);
    const parent = this.#containers.at(-1);
    if (name === "key") return this.#openKey(parent, start);
    if (!isScalarName(name) && name !== "array" && name !== "dict") {
      return { ...damage.unknownElement(name), offset: start };
    }
    if (parent === undefined && this.#root !== null) return { ...damage.secondValue(name), offset: start };
    if (parent?.kind === "dict" && parent.key === null)
      return { ...damage.valueWithoutKey(name), offset: start };
    if (isScalarName(name)) {
      this.#scalar = { name, start, text: "" };
      return null;
    }
    if (this.#containers.length >= maximumDepth) return { ...damage.tooDeep, offset: start };
    this.#containers.push(
      name === "array"
        ? { kind: "array", start, items: [] }
        : { kind: "dict", start, entries: new Map(), key: null },
    );
    return null;
  }

  text(content: string, place: (content: string) => number): PlacedDamage | null {
    if (this.#scalar !== null) {
      this.#scalar.text += content;
      return null;
    }
    if (!/[^ \t\r\n]/.test(content)) return null;
    return { ...this.#ofKey(damage.strayText(content)), offset: place(content) };
  }

  close(name: string, offset: number): PlacedDamage | null {
    if (name === "plist") {
      this.#plist = { start: this.#plist?.start ?? 0, open: false };
      return this.#root === null ? { ...damage.emptyPlist, offset } : null;
    }
    if (name === "array" || name === "dict") return this.#closeContainer();
    const open = this.#scalar;
    this.#scalar = null;
    if (open === null) return null;
    if (open.name === "key") return this.#closeKey(open);
    const value = scalar(open.name, open.text);
    if (!("value" in value)) return { ...this.#ofKey(value), offset: open.start };
    if (value.remark !== null) this.#notices.push({ ...this.#ofKey(value.remark), offset: open.start });
    if (value.value.kind === "string") this.#onText(value.value, open.start);
    return this.#add(value.value);
  }

  /** The damage of a value, with the keys that lead to it. */
  #ofKey(found: Damage): Damage {
    const path = this.#containers.flatMap((container) =>
      container.kind === "dict" && container.key !== null ? [container.key.name] : [],
    );
    if (path.length === 0) return found;
    return { ...found, where: `the value of ${damage.quoted(path.join("."))}: ${found.where}` };
  }

  /** The innermost element that is still open, and where it begins; null when all are closed. */
  innermost(): OpenElement | null {
    const container = this.#containers.at(-1);
    if (this.#scalar !== null) return this.#scalar;
    if (container !== undefined) return { name: container.kind, start: container.start };
    return this.#plist?.open === true ? { name: "plist", start: this.#plist.start } : null;
  }

  end(offset: number): PlacedDamage | null {
    return this.#root === null ? { ...damage.emptyPlist, offset } : null;
  }

  /** The value of the whole document; only after `end` found nothing. */
  result(): PlistValue {
    return this.#root ?? { kind: "dict", entries: new Map() };
  }

  notices(text: string): readonly Problem[] {
    return this.#notices.slice(0, maximumNotices).map((notice) => problemAt(text, notice.offset, notice));
  }

  #openPlist(start: number): PlacedDamage | null {
    if (this.#plist?.open === false || this.#root !== null) return { ...damage.secondRoot, offset: start };
    if (this.#plist !== null || this.#containers.length > 0) {
      return { ...damage.elementInside("plist", "plist"), offset: start };
    }
    this.#plist = { start, open: true };
    return null;
  }

  #openKey(parent: OpenContainer | undefined, start: number): PlacedDamage | null {
    if (parent?.kind !== "dict") return { ...damage.keyOutsideDict(parent?.kind ?? "plist"), offset: start };
    if (parent.key !== null) return { ...damage.keyWithoutValue(parent.key.name), offset: parent.key.start };
    this.#scalar = { name: "key", start, text: "" };
    return null;
  }

  #closeKey(open: OpenScalar): PlacedDamage | null {
    const parent = this.#containers.at(-1);
    if (parent?.kind !== "dict") return null;
    parent.key = { name: open.text, start: open.start };
    if (parent.entries.has(open.text))
      this.#notices.push({ ...damage.repeatedKey(open.text), offset: open.start });
    return null;
  }

  #closeContainer(): PlacedDamage | null {
    const container = this.#containers.pop();
    if (container === undefined) return null;
    if (container.kind === "array") return this.#add({ kind: "array", items: container.items });
    if (container.key !== null) {
      return { ...damage.keyWithoutValue(container.key.name), offset: container.key.start };
    }
    return this.#add(closeDict(container.entries));
  }

  #add(value: PlistValue): null {
    const parent = this.#containers.at(-1);
    if (parent === undefined) {
      this.#root = value;
    } else if (parent.kind === "array") {
      parent.items.push(value);
    } else if (parent.key !== null) {
      parent.entries.set(parent.key.name, value);
      parent.key = null;
    }
    return null;
  }
}
