import type { ExportView, IdentityView } from "../../../preload/contract.ts";
import { daysLeft, expiryText, soon } from "../../core/export/expiry.ts";
import { documentFor, type ExportChoice, fileKindOf } from "../../core/export/export-choice.ts";
import { fail, type Result, succeed } from "../../core/problem.ts";
import type { ProfileDocument } from "../../core/profile/index.ts";
import type { IdentitySource, SignatureReport, SigningIdentity } from "../../signing/index.ts";
import { handOver } from "../hand-over.ts";
import type { HostPorts } from "../ports.ts";
import { writeChecked } from "./write-checked.ts";

export type ExportRequest = {
  readonly document: ProfileDocument;
  readonly fileName: string;
  readonly choice: ExportChoice;
  readonly identityId: string | null;
};

/** Signing identities that were unlocked, and the way out of the app. Keys stay here, in memory. */
export type Exports = {
  readonly unlock: (
    label: string,
    source: IdentitySource,
    passphrase: string,
  ) => Promise<Result<IdentityView>>;
  readonly save: (request: ExportRequest) => Promise<Result<ExportView | null>>;
  readonly forget: () => void;
};

export function createExports(ports: HostPorts): Exports {
  const identities = new Map<string, SigningIdentity>();
  return {
    forget: () => identities.clear(),
    unlock: async (label, source, passphrase) => {
      const { readIdentity } = await import("../../signing/index.ts");
      const identity = await readIdentity(source, passphrase === "" ? null : passphrase);
      if (!identity.ok) return identity;
      const id = ports.newUuid();
      identities.set(id, identity.value);
      const { signer, chain, missingIssuer } = identity.value;
      const left = daysLeft(signer.notAfter, ports.now());
      return succeed({
        ...signer,
        id,
        label,
        chainLength: chain.length,
        missingIssuer,
        ending: endingText(left),
      });
    },
    save: async (request) => {
      const made = await make(
        request,
        request.identityId === null ? null : (identities.get(request.identityId) ?? "gone"),
      );
      return made.ok ? hand(ports, request, made.value) : made;
    },
  };
}

type Made = {
  readonly bytes: Uint8Array;
  readonly signature: SignatureReport | null;
  readonly content: number;
};

async function make(
  request: ExportRequest,
  identity: SigningIdentity | "gone" | null,
): Promise<Result<Made>> {
  const { signContent } = await import("../../signing/index.ts");
  const shaped = documentFor(request.document, request.choice);
  if (!shaped.ok) return shaped;
  const written = await writeChecked(shaped.value, { to: fileKindOf(request.choice.route) });
  if (!written.ok) return written;
  if (identity === null)
    return succeed({ bytes: written.value, signature: null, content: written.value.length });
  if (identity === "gone") return fail(identityGone);
  const signed = await signContent(written.value, identity);
  if (!signed.ok) return signed;
  return succeed({
    bytes: signed.value.der,
    signature: signed.value.signature,
    content: written.value.length,
  });
}

async function hand(
  ports: HostPorts,
  request: ExportRequest,
  made: Made,
): Promise<Result<ExportView | null>> {
  const handed = await handOver(ports, { fileName: suggestedName(request), bytes: made.bytes });
  if (!handed.ok) return handed;
  if (handed.value === null) return succeed(null);
  const { bytes, signature } = made;
  return succeed({ ...handed.value, bytes: bytes.length, signature, checks: checksOf(made) });
}

function checksOf(made: Made): ExportView["checks"] {
  const read = { title: "Read again", detail: "a second property-list reader found the same values" };
  const signer = made.signature?.signers[0];
  if (made.signature === null || signer === undefined) return [read];
  return [
    read,
    { title: "Content", detail: `the same ${made.content} bytes` },
    { title: "Signer", detail: `${signer.subject}, the one you picked` },
    { title: "Digest", detail: "SHA-256" },
    { title: "Dates", detail: `valid until ${signer.notAfter.slice(0, 10)}` },
  ];
}

function suggestedName({ fileName, choice, identityId }: ExportRequest): string {
  const base = fileName.replace(/\.(mobileconfig|plist)$/i, "");
  if (choice.route === "plist") return `${choice.domain ?? fileName.replace(/\.[^.]*$/, "")}.plist`;
  const only = choice.domain === null ? "" : `-${choice.domain}`;
  return `${base}${only}${identityId === null ? "" : "-signed"}.mobileconfig`;
}

/** What to say of a certificate that has ended or ends soon. */
function endingText(left: number | null): string | null {
  return left === null || left >= soon ? null : expiryText(left);
}

const identityGone = {
  code: "identity-locked",
  title: "The signing identity is locked.",
  detail: "Unlocked identities are kept in memory and forgotten when the app stops. Nothing was written.",
  fix: "Choose the .p12 or PEM files again.",
};
