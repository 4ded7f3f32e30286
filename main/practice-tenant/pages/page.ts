import type { Tenant } from "../tenant/schema.ts";
import { type Insert, type Markup, markup } from "./markup.ts";

/** What every page has: the practice mark, a heading, and a foot that says what the page is not. */
export type PageContent = {
  readonly tenant: Tenant;
  /** Also the document title. */
  readonly heading: string;
  readonly main: Insert;
  /** Under the main part: explanations, accounts to use. */
  readonly aside?: Insert;
};

/** A whole page as text. */
export function page(content: PageContent): string {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${content.heading} – PRACTICE</title>
<link rel="stylesheet" href="/practice/style.css">
</head>
<body>
<main>
<p class="practice"><strong>PRACTICE</strong> <span>${content.tenant.displayName}</span></p>
<h1>${content.heading}</h1>
${content.main}
</main>
${content.aside ?? null}
<footer>This page is part of Latchkey, on this computer. It is not Microsoft’s. Nothing typed here is kept or sent on.</footer>
</body>
</html>
`.markup;
}

/** Which sign-in a page belongs to: the handle of the pending sign-in and the token that binds its forms to it. */
export type Flow = { readonly handle: string; readonly flowToken: string };

/** The fields of a form that say so, under Entra's own names. */
export function flowFields({ handle, flowToken }: Flow): Markup {
  return markup`<input type="hidden" name="ctx" value="${handle}">
<input type="hidden" name="flowToken" value="${flowToken}">`;
}

/** The line that says which application a page stands in for. */
export function standsInFor(application: {
  readonly clientId: string;
  readonly adopted: boolean;
  readonly app: { readonly displayName: string };
}): Markup {
  return application.adopted
    ? markup`<p class="app">Practice stands in for application <code>${application.clientId}</code>. It behaves like “${application.app.displayName}”.</p>`
    : markup`<p class="app">Practice stands in for application “${application.app.displayName}” <code>${application.clientId}</code>.</p>`;
}

/** A message above a form; assistive technology reads it at once. */
export function alert(title: string, detail: Insert): Markup {
  return markup`<div class="alert" role="alert"><strong>${title}</strong> ${detail}</div>`;
}
