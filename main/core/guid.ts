const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

/** Whether a text is an id as Entra gives them to everything: `0f0f0f0f-1111-4222-8333-444455556666`. */
export function isGuid(text: string): boolean {
  return GUID.test(text);
}
