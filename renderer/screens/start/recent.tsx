import { type ReactNode, useEffect, useState } from "react";
import { Button as RowButton } from "react-aria-components";
import type { RecentView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { MiddleCut } from "../../components/middle-cut.tsx";
import { useApp, useDocument } from "../../stores/context.ts";
import { useOpenProfile } from "../../stores/use-open-profile.ts";
import { count } from "../../text/count.ts";

/** The profiles that were open last; `files` is null until main has told them. */
export function useRecents(): {
  readonly files: readonly RecentView[] | null;
  readonly forget: () => Promise<void>;
} {
  const { host } = useApp();
  const [files, setFiles] = useState<readonly RecentView[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    host.call("recents.list", {}).then((answer) => {
      if (isCurrent) {
        setFiles(answer.ok ? (answer.value ?? []) : []);
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [host]);
  return {
    files,
    forget: async () => {
      const answer = await host.call("recents.forget", {});
      if (answer.ok) {
        setFiles([]);
      }
    },
  };
}

type RecentProps = {
  readonly files: readonly RecentView[];
  readonly forget: () => Promise<void>;
  readonly none: ReactNode;
};

/** The profiles that were open last, each with its last test; what stands there while there are none. */
export function Recent({ files, forget, none }: RecentProps): ReactNode {
  if (files.length === 0) {
    return none;
  }
  return (
    <section aria-labelledby="start-recent">
      <div className="start-heading">
        <h2 id="start-recent">Recent</h2>
        <p>
          <Button look={["plain", "small"]} onPress={forget}>
            Forget all
          </Button>
        </p>
      </div>
      <ul className="recent-files">
        {files.map((file) => (
          <li key={file.id}>
            <RecentRow file={file} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RecentRow({ file }: { readonly file: RecentView }): ReactNode {
  const choose = useOpenProfile();
  const openRecent = useDocument((state) => state.openRecent);
  const { name, folder, openedAt, provider, lastTest, errors, warnings } = file;
  const open = () => (folder === null ? choose() : void openRecent(file));
  return (
    <RowButton className="recent-file" onPress={open}>
      <Icon name="document" size="small" />
      <span className="recent-name">
        <MiddleCut value={name} />
        <span className="recent-note">
          {folder === null ? "Choose it again" : <MiddleCut value={folder} />}
        </span>
      </span>
      <span className="recent-provider">{provider ?? ""}</span>
      <span className={lastTest === null ? "recent-test quiet" : `recent-test tone-${lastTest.tone}`}>
        {lastTest?.short ?? "Not tested"}
      </span>
      <span className="recent-findings">{findingsText(errors, warnings)}</span>
      <time className="recent-opened" dateTime={openedAt}>
        {new Intl.DateTimeFormat("en-US", { day: "numeric", month: "short" }).format(new Date(openedAt))}
      </time>
    </RowButton>
  );
}

function findingsText(errors: number, warnings: number): string {
  const parts = [
    ...(errors > 0 ? [count(errors, "error")] : []),
    ...(warnings > 0 ? [count(warnings, "warning")] : []),
  ];
  return parts.length === 0 ? "No findings" : parts.join(", ");
}
