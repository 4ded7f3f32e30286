import { type ReactNode, useRef, useState } from "react";
import type { KeyEntry, KeyPath } from "../../../preload/contract.ts";
import { useForm } from "../../stores/context.ts";
import { SecretEntry } from "./secret-entry.tsx";

type AddSecretProps = { readonly entry: KeyEntry; readonly path: KeyPath };

/** Adds a secret: typed at once, or taken from a license file. It is in the file only when there is something to store. */
export function AddSecret({ entry, path }: AddSecretProps): ReactNode {
  const [isTyping, setTyping] = useState(false);
  if (entry.format === "license") {
    return <LicenseImport label="Import…" title={entry.title} domain={entry.domain} />;
  }
  if (!isTyping) {
    return (
      <button
        type="button"
        className="button button-small"
        aria-label={`Add ${entry.title}`}
        onClick={() => setTyping(true)}
      >
        Add
      </button>
    );
  }
  return (
    <div className="unset-entry">
      <SecretEntry
        label={entry.title}
        at={{ payload: { domain: entry.domain }, path }}
        onDone={() => setTyping(false)}
      />
    </div>
  );
}

type LicenseImportProps = {
  readonly label: string;
  readonly title: string;
  /** The domain that gets the license; null for all that keep one. */
  readonly domain: string | null;
};

/** Takes a license file: it goes to main by its handle, and nothing of it but name, number and expiry comes back. */
export function LicenseImport({ label, title, domain }: LicenseImportProps): ReactNode {
  const importLicense = useForm((state) => state.importLicense);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className="button button-small"
        aria-label={`${label.replace("…", "")} ${title}`}
        onClick={() => input.current?.click()}
      >
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={`File for ${title}`}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          if (file !== undefined) {
            void importLicense(file, domain);
          }
        }}
      />
    </>
  );
}
