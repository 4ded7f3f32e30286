const guid = /([\da-f]{8})(?:-[\da-f]{4}){3}-[\da-f]{8}([\da-f]{4})/giu;

/** A text with its ids cut in the middle: both ends tell them apart. `api://1a7c4e00…00c1/jamfconnect` */
export function shortAddress(text: string): string {
  return text.replace(guid, "$1…$2");
}

/** True for what an app is called by where it has no name: an address or an id. */
export function isAddress(text: string): boolean {
  return (
    /^[a-z][a-z\d+.-]*:\/\/\S+$/iu.test(text) || /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu.test(text)
  );
}

export type CodedPart = { readonly isCode: boolean; readonly text: string };

/** A sentence with the addresses in it apart. The stop behind one at the end of all goes: it would read as a part of it. */
export function splitCode(text: string): readonly CodedPart[] {
  return text
    .split(/((?:https?|api):\/\/[^\s,;]*[^\s,;.])/iu)
    .map((part, index) => ({ isCode: index % 2 === 1, text: part }))
    .filter((part, index, all) => part.text !== "" && !(part.text === "." && index === all.length - 1));
}
