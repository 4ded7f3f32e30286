const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** Whether a text is an id as Entra gives them to everything; a test compares it with the one that policies are judged by. */
export function isGuid(text: string): boolean {
  return guid.test(text);
}
