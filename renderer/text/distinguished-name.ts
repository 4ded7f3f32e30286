/**
 * The part of a distinguished name that people know it by: the common name, or the whole text when there is none.
 * `CN=Contoso Signing,O=Contoso Ltd` gives `Contoso Signing`.
 */
export function commonName(name: string): string {
  return /(?:^|[,+]\s*)CN=((?:\\.|[^,+\\])+)/i.exec(name)?.[1]?.replace(/\\(.)/g, "$1").trim() ?? name;
}
