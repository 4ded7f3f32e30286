import type { Page } from "playwright";

/** What a field of the page shows. */
export type FieldState = {
  /** What it is called, and which of that name it is. */
  readonly key: string;
  readonly value: string;
  /** A person can change it. */
  readonly takes: boolean;
  /** It says itself, or its form says, that what it shows is not stored. */
  readonly isMarked: boolean;
};

/**
 * Every control that holds a value: fields, switches, choices and popups, in dialogs as well. What is searched for,
 * and how the same thing is looked at, is no value.
 */
const controls =
  "input:not([type=file], [type=search], [hidden], .findings-head input, [aria-label='Length of a bar'] input), textarea, button.popup:not(.ca-choice)";

/** Reads every field that is shown. */
export function readFields(page: Page): Promise<readonly FieldState[]> {
  return page.evaluate((selector) => {
    const seen = new Map<string, number>();
    return [...document.querySelectorAll<HTMLElement>(selector)].map((control) => {
      const input =
        control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement ? control : null;
      const isTicked = input instanceof HTMLInputElement && /checkbox|radio/.test(input.type);
      const label = control.closest("label") ?? document.querySelector(`label[for="${control.id}"]`);
      const name =
        input === null ? "popup" : (control.getAttribute("aria-label") ?? label?.textContent ?? input.name);
      const number = seen.get(name) ?? 0;
      seen.set(name, number + 1);
      const isMarked = [".field-box", ".typed", "form"].some(
        (around) => control.closest(around)?.querySelector(".field-not-stored, .field-problem") != null,
      );
      return {
        key: `${name} ${number}`,
        value: isTicked ? String(input.checked) : (input?.value ?? control.textContent ?? ""),
        takes: !control.matches(":disabled") && (isTicked || input?.readOnly !== true),
        isMarked,
      };
    });
  }, controls);
}

/** Types into every field, presses every switch and chooses something else in every list; says how many there were. */
export function changeFields(page: Page): Promise<number> {
  return page.evaluate(async (selector) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const write = (input: HTMLInputElement | HTMLTextAreaElement, text: string) => {
      // React has put a setter of its own before it, which would hide the change from itself.
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), "value")?.set?.call(input, text);
      input.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const chosen = new Set<string>();
    let changed = 0;
    for (const control of document.querySelectorAll<HTMLElement>(selector)) {
      if (!control.isConnected || control.matches(":disabled")) continue;
      if (control instanceof HTMLInputElement && control.type === "radio") {
        if (control.checked || chosen.has(control.name)) continue;
        chosen.add(control.name);
        control.click();
      } else if (control instanceof HTMLInputElement && control.type === "checkbox") control.click();
      else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) {
        control.focus();
        write(control, `${control.value}x`);
      } else {
        control.focus();
        control.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
      }
      changed += 1;
      await frame();
    }
    return changed;
  }, controls);
}
