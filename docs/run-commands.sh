#!/bin/sh
# Runs every command that the documents show in a block marked sh, as a newcomer would type it.
# Commands that need a file from elsewhere name it by a variable; without it they are left out, and said so.
set -eu
cd "$(dirname -- "$0")/.."
# The data folder that the documents found is a new one each time.
rm -rf out/mission*
run=0 left_out=0
commands=$(mktemp) log=$(mktemp)
trap 'rm -f "$commands" "$log"' EXIT
for page in README.md CONTRIBUTING.md docs/*.md docs/decisions/*.md; do
  awk -v page="$page" '/^```sh$/ { inside = 1; next } /^```/ { inside = 0 } inside && /^\.\/truce / { print page "\t" $0 }' "$page"
done >"$commands"
while IFS="$(printf '\t')" read -r page command; do
  case $command in
    "./truce test"*) continue ;; # this very run
    *'$UCDP'*)
      if [ -z "${UCDP:-}" ]; then
        echo "LEFT OUT: $page: $command (UCDP names no file)" >&2
        left_out=$((left_out + 1))
        continue
      fi ;;
  esac
  if ! sh -c "$command" >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    echo "FAILED: $page: $command" >&2
    exit 1
  fi
  run=$((run + 1))
done <"$commands"
[ "$run" -gt 0 ] || { echo "no command was found in the documents" >&2; exit 1; }
echo "commands shown in the documents: $run run, $left_out left out"
