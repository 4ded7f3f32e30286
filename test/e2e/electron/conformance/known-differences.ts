/** Where the stand-in is known to differ: what it answers instead, and why it cannot be helped. */
export const knownDifferences: Readonly<
  Record<string, { readonly standIn: unknown; readonly because: string }>
> = {
  "the page's own address": {
    standIn: "https://conformance.app.invalid/page.html",
    because: "Chromium has no such scheme, and what a page sees as its location cannot be forged.",
  },
  "a denied window.open": {
    standIn: "an object",
    because: "The pop-up exists before the handler can be asked; it is closed before anything is requested.",
  },
};
