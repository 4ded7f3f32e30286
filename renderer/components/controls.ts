const reachable = [
  "button:not([tabindex='-1'])",
  "input:not([type='file'], [tabindex='-1'])",
  "textarea",
  "a[href]",
  "[tabindex='0']",
].join();

/** Presses that only tell about something. */
const asides = ".help-button, .why-button";

/** What can be worked with in a part of the page, in its order: neither what is out of sight nor what only tells about something. */
export function controlsIn(part: Element): readonly HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>(reachable)].filter(
    (control) =>
      !control.matches(`:disabled, ${asides}`) &&
      control.closest("[aria-hidden='true'], [hidden]") === null &&
      control.checkVisibility(),
  );
}

/** Where something was that has gone: what was around it and is still there, and what stood before it in that. */
export type Gap = { readonly around: Element; readonly before: Node | null };

/**
 * The control that comes next where something has gone: what has taken its place or stood behind it, else what stood before it; first
 * in what was around it, then in the whole part.
 */
export function controlAfter({ around, before }: Gap, part: Element): HTMLElement | null {
  const inside = controlsIn(around);
  const near = inside.find((control) => before === null || isBehind(control, before)) ?? inside.at(-1);
  if (near !== undefined) return near;
  const all = controlsIn(part);
  return all.find((control) => isBehind(control, around)) ?? all.at(-1) ?? null;
}

function isBehind(control: Element, node: Node): boolean {
  const position = node.compareDocumentPosition(control);
  const isInside = (position & Node.DOCUMENT_POSITION_CONTAINED_BY) !== 0;
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !isInside;
}
