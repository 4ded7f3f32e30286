/** True for four numbers up to 255 (RFC 791). */
export function isIpV4(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
}

/** True for the text form of an IPv6 address (RFC 4291 section 2.2), without brackets; a zone may follow. */
export function isIpV6(text: string): boolean {
  const address = text.replace(/%.*$/, "");
  const sides = address.split("::");
  if (sides.length > 2 || !address.includes(":")) return false;
  const groups = sides.flatMap((side) => (side === "" ? [] : side.split(":")));
  const v4 = groups.at(-1)?.includes(".") === true;
  const tail = v4 ? groups.at(-1) : undefined;
  if (tail !== undefined && !isIpV4(tail)) return false;
  const hex = v4 ? groups.slice(0, -1) : groups;
  if (!hex.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  const count = hex.length + (v4 ? 2 : 0);
  return sides.length === 2 ? count < 8 : count === 8;
}

/** Loopback and the unspecified address name no machine. */
export function namesNoMachine(address: string): boolean {
  return /^127\.|^0\.0\.0\.0$/.test(address) || /^(?:::1?|0:0:0:0:0:0:0:[01])$/.test(address);
}
