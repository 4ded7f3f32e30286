/** A small browser: follows forms the way a person would, and stops at the first address outside the tenant. */
export type Visit = {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
  readonly headers: Headers;
};

export async function visit(url: string, init: RequestInit = {}): Promise<Visit> {
  const response = await fetch(url, { redirect: "manual", ...init });
  const text = await response.text();
  return {
    status: response.status,
    text,
    location: response.headers.get("location") ?? endedAt(text),
    headers: response.headers,
  };
}

/** Sends the first form of a page with these fields filled in, its hidden fields as they are. */
export async function submit(
  page: Visit,
  practice: { readonly authority: string },
  fields: Record<string, string>,
): Promise<Visit> {
  const form = /<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/.exec(page.text);
  if (form === null) throw new Error(`No form on this page: ${page.text.slice(0, 400)}`);
  const body = new URLSearchParams();
  for (const [, name = "", value = ""] of (form[2] ?? "").matchAll(
    /<input type="hidden" name="([^"]*)" value="([^"]*)"/g,
  )) {
    body.set(name, value);
  }
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return visit(new URL(form[1] ?? "", practice.authority).href, { method: "POST", body });
}

/** The address that a sign-in by hand has ended on stands in its last page. */
function endedAt(text: string): string | null {
  return /<input id="address" readonly value="([^"]*)"/.exec(text)?.[1]?.replaceAll("&amp;", "&") ?? null;
}
