import type { ReactNode } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import { Icon } from "../../../components/icon.tsx";
import { Tag } from "../../../components/tag.tsx";
import { useJamfPro } from "../../../stores/context.ts";

/** The value of the choice that makes a new profile. */
const asNew = "new";

/** The profiles on the server that hold Jamf Connect, one of which is updated, or none. */
export function ProfileChoice(): ReactNode {
  const list = useJamfPro((state) => state.profiles);
  const targetId = useJamfPro((state) => state.targetId);
  const choose = useJamfPro((state) => state.choose);
  const isBusy = useJamfPro((state) => state.work === "deliver" || state.work === "restore");
  if (list === null) {
    return null;
  }
  const { profiles, conflicts, looked, all, unread } = list;
  return (
    <>
      <div className="jamf-pro-head">
        <h2 id="jamf-pro-profiles">Profile on the server</h2>
        <span>
          {profiles.length} of {looked} hold Jamf Connect settings{unread > 0 ? `, ${unread} unread` : ""}
          {looked < all ? `; stopped, ${all - looked} not looked at` : ""}
        </span>
      </div>
      <RadioGroup
        aria-labelledby="jamf-pro-profiles"
        {...(isBusy ? { isDisabled: true } : {})}
        value={targetId ?? asNew}
        onChange={(value) => choose(value === asNew ? null : value)}
      >
        {profiles.map(({ id, name, scope, category, site, isNamesake }) => (
          <Radio key={id} value={id} className="identity">
            <span className="radio-mark" />
            <span className="grow">
              <b>{name}</b>
              <span className="identity-note">
                id {id} · in its scope: {scope}
                {category === null ? "" : ` · ${category}`}
                {site === null ? "" : ` · site ${site}`}
              </span>
            </span>
            {isNamesake && <Tag tone="accent">Same name</Tag>}
          </Radio>
        ))}
        <Radio value={asNew} className="identity">
          <span className="radio-mark" />
          <span className="grow">
            <b>New profile</b>
            <span className="identity-note">Jamf Pro gives it its own UUID. It is in nobody's scope.</span>
          </span>
        </Radio>
      </RadioGroup>
      {conflicts.length > 0 && (
        <p className="jamf-pro-conflict">
          <Icon name="warning" size="small" />
          <span>
            {conflicts.length} {conflicts.length === 1 ? "key has" : "keys have"} different values in{" "}
            {[...new Set(conflicts.flatMap(({ profiles: names }) => names))].join(" and ")}:{" "}
            {conflicts
              .slice(0, 4)
              .map(({ keyPath }) => keyPath)
              .join(", ")}
            {conflicts.length > 4 ? " and more" : ""}. Which one counts on a Mac that has both is not defined.
          </span>
        </p>
      )}
    </>
  );
}
