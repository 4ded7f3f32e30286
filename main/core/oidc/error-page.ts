/**
 * The AADSTS line of an error page. Entra shows errors in client id, tenant, redirect URI and response type on a page with
 * status 200 and sends no redirection. Null for every other page, so that nothing else of a page is kept.
 */
export function errorOfPage(html: string): string | null {
  const line = /AADSTS\d{4,8}:[^<"\\]{0,600}/.exec(html)?.[0];
  return line === undefined ? null : decodeEntities(line).replace(/\s+/g, " ").trim();
}

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&#x27;": "'",
  "&nbsp;": " ",
};

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:amp|lt|gt|quot|nbsp|#39|#x27);/gi,
    (entity) => entities[entity.toLowerCase()] ?? entity,
  );
}
