import { markup } from "./markup.ts";

/** The page of `response_mode=form_post`: posts itself, and has a button where scripts are off. */
export function formPostPage(
  redirectUri: string,
  parameters: Readonly<Record<string, string>>,
  scriptNonce: string,
): string {
  const fields = Object.entries(parameters).map(
    ([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`,
  );
  return markup`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Working – PRACTICE</title><link rel="stylesheet" href="/practice/style.css"></head>
<body>
<form method="post" action="${redirectUri}">${fields}<button class="main" type="submit">Continue</button></form>
<script nonce="${scriptNonce}">document.forms[0].submit();</script>
</body>
</html>
`.markup;
}
