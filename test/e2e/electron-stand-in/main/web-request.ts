import { onlyKeys } from "../strict.ts";

type Details = Electron.OnBeforeRequestListenerDetails;
type Callback = (response: Electron.CallbackResponse) => void;
type Listener = (details: Details, callback: Callback) => void;

/** `session.webRequest`, as far as one hook: requests before they leave. */
export class StandInWebRequest implements Pick<Electron.WebRequest, "onBeforeRequest"> {
  private patterns: readonly RegExp[] = [];
  private listener: Listener | null = null;

  onBeforeRequest(filter: Electron.WebRequestFilter, listener: Listener | null): void;
  onBeforeRequest(listener: Listener | null): void;
  onBeforeRequest(filter: Electron.WebRequestFilter | Listener | null, listener?: Listener | null): void {
    if (typeof filter === "function" || filter === null)
      throw new Error("stand-in: onBeforeRequest needs a filter");
    onlyKeys("WebRequestFilter", filter, ["urls"]);
    this.patterns = filter.urls.map(toExpression);
    this.listener = listener ?? null;
  }

  /** Asks the listener; true when the request is to be cancelled. */
  async isCancelled(details: Details): Promise<boolean> {
    const { listener } = this;
    if (listener === null || !this.patterns.some((pattern) => pattern.test(details.url))) return false;
    const response = await new Promise<Electron.CallbackResponse>((resolve) => listener(details, resolve));
    onlyKeys("CallbackResponse", response, ["cancel"]);
    return response.cancel === true;
  }
}

/** Match patterns of extensions: `<all_urls>`, else `*` stands for anything. */
function toExpression(pattern: string): RegExp {
  if (pattern === "<all_urls>") return /^/;
  const parts = pattern.split("*").map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}
