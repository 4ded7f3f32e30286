/**
 * The functions of every script for Azure CLI. They need bash 3.2 as macOS has it, `az` and `sleep`, and nothing else. What Graph answers is
 * never run: it is compared, printed and sent back as words of `az`.
 */
export const azFunctions = `say() { printf '%s\\n' "$@"; }

stop() {
  if [[ $number != 0 ]]; then say "Stopped at step $number: $title" >&2; fi
  say "$*" >&2
  if [[ $made == yes ]]; then say 'What was made so far stays. Run the script again to go on, or the undo script to go back.' >&2; fi
  exit 1
}

# Method, address below Graph, query, and the body where there is one.
rest() {
  local call=(az rest --only-show-errors --output tsv --method "$1" --url "https://graph.microsoft.com$2" --query "$3")
  if [[ $# -gt 3 ]]; then call+=(--body "$4" --headers 'Content-Type=application/json'); fi
  if [[ $2 == *'&$count=true' ]]; then call+=(--headers 'ConsistencyLevel=eventual'); fi
  "\${call[@]}" </dev/null
}

# Number, title, and the least role that can do it.
step() {
  number=$1 title=$2 role=$3
  say '' "$number. $title"
}

look() {
  line=$(rest "$@") || stop "It could not be looked up. This needs the role $role, and a token of Azure CLI with the permission for it."
}

# How many carry the mark, ids of those that do not, and the name that was looked for.
alone() {
  if [[ $1 -gt 1 ]]; then stop "$1 objects that a set-up made are named $3. Delete all but one, and run the script again."; fi
  if [[ $1 == 0 && $2 != - ]]; then
    stop "An object named $3 is there that no set-up made: $2. It is left alone. Rename it, or make the script with another --name."
  fi
}

refused() {
  stop "Microsoft Graph refused it; its answer stands above. This needs the role $role, and a token of Azure CLI with the permission for it. A licence may be missing: Conditional Access needs Entra ID P1, policies on risk P2. Leave out what the tenant has no licence for, such as --with security-attribute."
}

# An id goes into addresses and bodies: whatever else an answer may hold is not taken.
ids() {
  local LC_ALL=C id plain='^[A-Za-z0-9_.|~-]+$'
  for id in "$@"; do
    if [[ ! $id =~ $plain || $id == - ]]; then stop 'Microsoft Graph answered without an id.'; fi
  done
}

agree() {
  local answer=''
  printf '\\nType yes to go on: '
  read -r answer || true
  if [[ $answer != yes ]]; then
    say 'Nothing was changed.'
    exit 1
  fi
}

# The tenant's id or one of its domains.
right_tenant() {
  line=$(rest GET '/v1.0/organization?$select=id,verifiedDomains' 'join(\`" "\`, value[0].[id, verifiedDomains[].name][])') ||
    stop "Sign in first: az login --allow-no-subscriptions --tenant $1"
  shopt -s nocasematch
  if [[ " $line " != *" $1 "* ]]; then
    stop "Azure CLI is signed in to another tenant. Sign in to this one: az login --allow-no-subscriptions --tenant $1"
  fi
  shopt -u nocasematch
}`;

/** What a script needs to make things and to change them back. */
export const azMaking = `make() {
  line=$(rest "$@") || refused
  made=yes
  say '   Made.'
}

# What was made a moment ago is not known everywhere at once, so this is tried three times.
make_soon() {
  local try
  for try in 1 2 3; do
    if line=$(rest "$@"); then
      made=yes
      say '   Made.'
      return
    fi
    if [[ $made == no || $try == 3 ]]; then refused; fi
    say '   Not yet. It is tried again in 10 seconds.'
    sleep 10
  done
}

change() {
  line=$(rest "$@") || refused
  made=yes
  say '   Changed back.'
}`;

/** What a script needs to take things away. */
export const azRemoving = `remove() {
  line=$(rest "$@") || refused
  made=yes
  say '   Removed.'
}`;
