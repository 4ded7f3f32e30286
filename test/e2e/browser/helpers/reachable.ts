import type { Page } from "playwright";

/**
 * What a person cannot get at on the page as it stands, one line each: what makes the page itself scroll, and controls and headings that
 * are cut off at a side, or that something lies over, once they have been scrolled into view. What an element of its own scrolls
 * sideways, a listing of code say, may be wider than the page.
 */
export function outOfReach(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const sought =
      "a[href], button, input, select, textarea, summary, [role=tab], [role=radio], [tabindex='0'], h1, h2";
    const named = (element: Element) =>
      `${element.tagName.toLowerCase()} "${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40)}"`;
    const isHidden = (element: Element) =>
      element.closest("[aria-hidden=true], .visually-hidden, [inert]") !== null ||
      !element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    /** Radio buttons and the like are drawn by their label. */
    const drawn = (element: Element) =>
      (element.matches("input[type=radio], input[type=checkbox]") ? element.closest("label") : null) ??
      element;
    const scrollsSideways = (element: Element): boolean => {
      const { parentElement } = element;
      if (parentElement === null) return false;
      const { overflowX } = getComputedStyle(parentElement);
      const isWider = parentElement.scrollWidth > parentElement.clientWidth + 1;
      return ((overflowX === "auto" || overflowX === "scroll") && isWider) || scrollsSideways(parentElement);
    };
    const faults: string[] = [];
    for (const scroller of document.querySelectorAll("html, body, .frame, .screen, .screen-body, .side")) {
      const over = scroller.scrollWidth - scroller.clientWidth;
      if (over > 1) faults.push(`${scroller.className || scroller.tagName} is ${over} px too wide`);
    }
    const below = document.documentElement.scrollHeight - innerHeight;
    if (below > 1) faults.push(`the page can be scrolled ${below} px under its window`);
    const shade = document.querySelector(".dialog-shade, .drawer-shade");
    for (const element of (shade ?? document).querySelectorAll(sought)) {
      if (isHidden(element)) continue;
      const box = drawn(element);
      box.scrollIntoView({ block: "center", inline: "nearest" });
      const { left, right, top, bottom, width, height } = box.getBoundingClientRect();
      if (width < 2 || height < 2) continue;
      if (!scrollsSideways(box) && (left < -1 || right > innerWidth + 1)) {
        faults.push(
          `${named(element)} is cut off: from ${Math.round(left)} to ${Math.round(right)} of ${innerWidth}`,
        );
        continue;
      }
      const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
      const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
      const hit = document.elementFromPoint(x, y);
      if (hit === null) faults.push(`${named(element)} cannot be scrolled into view`);
      else if (!box.contains(hit) && !hit.contains(box))
        faults.push(`${named(element)} lies under ${named(hit)}`);
    }
    return faults;
  });
}
