/**
 * Runs in the login window, in a world of its own: the page's visible text, never what was typed. Empty for a page that
 * asks for something: there the person can try again, so an error on it is not the end.
 */
export const readVisibleText = `(() => {
  if (document.body === null || document.querySelector("input:not([type=hidden]):not([type=submit]):not([type=button])")) return "";
  return document.body.innerText.slice(0, 20000);
})()`;

/** World of the script above; any number but 0 (the page's) and 999 (the preload's) will do. */
export const readingWorld = 1100;

const longestLine = 1000;

/**
 * Finds Entra's error in the text of a page. Entra answers with status 200, so the text is all there is. Only the line
 * with the code is taken: the rest of a login page is nobody's business.
 *
 * @returns the line from `AADSTS` on, at most 1000 characters; null when the page shows no error
 */
export function findErrorLine(text: string): string | null {
  const line = /AADSTS\d{5,7}\b[^\r\n]*/.exec(text)?.[0];
  return line === undefined ? null : line.slice(0, longestLine).trimEnd();
}

/** What the title bar says: the origin that a person is about to type a password into. */
export function loginTitle(address: string): string {
  const origin = URL.canParse(address) ? new URL(address).origin : "null";
  return origin === "null" ? "Login" : `${origin} – Login`;
}

/**
 * True for requests that only the second-factor step of Entra's sign-in page makes (seen in its page configuration as
 * `urlBeginAuth`, `urlEndAuth` and the post target).
 */
export function isSecondFactorRequest(address: string): boolean {
  return (
    URL.canParse(address) && /^\/[^/]+\/SAS\/(?:Begin|End|Process)Auth$/i.test(new URL(address).pathname)
  );
}
