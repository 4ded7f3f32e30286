import type { webcrypto } from "node:crypto";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import { selfSignedCertificate } from "./key-certificate.ts";

export type SigningKey = {
  /** Thumbprint of the certificate, as Entra names its keys (`kid` and `x5t` are the same). */
  readonly kid: string;
  readonly privateKey: webcrypto.CryptoKey;
  readonly publicKey: webcrypto.CryptoKey;
  readonly publicJwk: JWK;
  /** Base64 DER. */
  readonly certificate: string;
};

/** The keys of one practice tenant. They are made when it starts and never leave memory. */
export type SigningKeys = {
  /** The key that signs now. */
  readonly current: () => Promise<SigningKey>;
  /** All keys that verifiers may meet, the current one first. */
  readonly published: () => Promise<readonly SigningKey[]>;
  /** Makes a new key the current one; the old one stays published, as Entra does at a rollover. */
  readonly roll: () => void;
};

/** How a key is made. */
export type MakeSigningKey = () => Promise<SigningKey>;

/** Starts making the first key; whoever needs it first waits for it, so starting a tenant does not. */
export function createSigningKeys(makeKey: MakeSigningKey = makeSigningKey): SigningKeys {
  let keys: readonly Promise<SigningKey>[] = [makeKey()];
  return {
    current: () => keys[0] ?? makeKey(),
    published: () => Promise.all(keys),
    roll: () => {
      keys = [makeKey(), ...keys.slice(0, 2)];
    },
  };
}

/** A fresh RSA key of 2048 bits, in a certificate of its own. */
export async function makeSigningKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { modulusLength: 2048 });
  const { der, thumbprint } = await selfSignedCertificate({ privateKey, publicKey });
  return {
    kid: thumbprint,
    privateKey,
    publicKey,
    publicJwk: await exportJWK(publicKey),
    certificate: der,
  };
}
