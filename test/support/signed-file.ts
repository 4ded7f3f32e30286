import { readIdentity, signContent } from "../../main/signing/index.ts";
import { throwawayIdentity } from "./throwaway-identity.ts";

/** A profile as a signed file. */
export async function signedFile(profile: string): Promise<Buffer> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const { certificate, key } = throwawayIdentity("Signed file");
  const identity = await readIdentity(
    { kind: "pem", certificate: bytes(certificate), key: bytes(key) },
    null,
  );
  const signed = identity.ok ? await signContent(bytes(profile), identity.value) : identity;
  if (!signed.ok) throw new Error(signed.problem.title);
  return Buffer.from(signed.value.der);
}
