import {
  largestSignatureList,
  readSignatureList,
  signatureListName,
  writeSignatureList,
} from "../../core/export/signature-list.ts";
import { succeed } from "../../core/problem.ts";
import { maximumProfileBytes } from "../../core/profile/limits.ts";
import { maximumIdentityBytes } from "../../signing/limits.ts";
import { rowsElsewhere } from "../export/kept-signatures.ts";
import { readGiven } from "../files/file-handles.ts";
import { handOver } from "../hand-over.ts";
import type { SessionServices } from "../session-services.ts";
import { leavingHandlers } from "./export-leaving.ts";
import type { HandlersOf } from "./handlers-of.ts";

/** Unlocking identities, and writing the document. */
export function exportHandlers(services: SessionServices): HandlersOf<"export"> {
  const { ports, exports, signers } = services;
  const read = (handle: string) => readGiven(ports.files, handle, maximumIdentityBytes);
  const readProfileFile = (handle: string) => readGiven(ports.files, handle, maximumProfileBytes);
  return {
    "export.checkSignature": async ({ file, original }) => {
      const [signed, other] = await Promise.all([
        readProfileFile(file),
        original === null ? null : readProfileFile(original),
      ]);
      if (!signed.ok) return signed;
      if (other?.ok === false) return other;
      const { checkSignature } = await import("../export/check-signature.ts");
      return checkSignature(signed.value, other?.value ?? null, ports.now());
    },
    "export.takeOffSignature": async ({ file }) => {
      const signed = await readProfileFile(file);
      if (!signed.ok) return signed;
      const { takeOff } = await import("../export/check-signature.ts");
      const opened = await takeOff(signed.value);
      if (!opened.ok) return opened;
      const fileName = signed.value.name.replace(/(?:-signed)?(?=\.[^.]*$)/u, "-unsigned");
      return handOver(ports, { fileName, bytes: opened.value.content });
    },
    "export.reSignList": async ({ files, days }) => {
      const { reSignRows } = await import("../export/re-sign-rows.ts");
      return succeed(await reSignRows(ports.files, files, { days, now: ports.now() }));
    },
    "export.keptSignatures": async ({ list, here, days }) => {
      const file = await readGiven(ports.files, list, largestSignatureList);
      if (!file.ok) return file;
      const kept = readSignatureList(new TextDecoder().decode(file.value.bytes));
      return kept.ok ? succeed(rowsElsewhere(kept.value, here, { days, now: ports.now() })) : kept;
    },
    "export.keepSignatures": async ({ signatures }) =>
      handOver(ports, {
        fileName: signatureListName,
        bytes: Buffer.from(writeSignatureList(signatures), "utf8"),
      }),
    "export.signAgain": async ({ file, identityId }) => {
      const signed = await readProfileFile(file);
      return signed.ok ? exports.signAgain(signed.value, identityId) : signed;
    },
    "export.keychain": async () => signers.keychain(),
    "export.unlockP12": async ({ file, passphrase }) => {
      const p12 = await read(file);
      return p12.ok
        ? signers.unlock(p12.value.name, { kind: "p12", bytes: p12.value.bytes }, passphrase)
        : p12;
    },
    "export.unlockPem": async ({ certificate, key, chain, passphrase }) => {
      // Both are read whatever becomes of the other, so that no copy of a key stays.
      const [first, second, third] = await Promise.all([
        read(certificate),
        key === null ? null : read(key),
        chain === null ? null : read(chain),
      ]);
      if (!first.ok) return first;
      if (second?.ok === false) return second;
      if (third?.ok === false) return third;
      const { name, bytes } = first.value;
      return signers.unlock(
        name,
        {
          kind: "pem",
          certificate: bytes,
          key: second?.value.bytes ?? bytes,
          ...(third === null ? {} : { chain: third.value.bytes }),
        },
        passphrase,
      );
    },
    ...leavingHandlers(services),
  };
}
