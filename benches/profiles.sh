#!/usr/bin/env bash
# What a profile costs and gives, in one table: seconds to build everything from nothing and after a change in one page, size of the
# program, and with an optimised one the CPU of importing a million rows and of the sample's document. On an idle machine; each row
# of the release profile takes a quarter of an hour on two cores. Needs python3, GNU time, and ../shared/tools/scale.py.
#
#   benches/profiles.sh [dev|release]...
set -euo pipefail
cd "$(dirname "$0")/.."
shared=${SAGSTAKT_SHARED:-../shared}
work=$(mktemp -d)
page=src/ui/pages/waiting.rs
trap 'rm -rf "$work" target/profiles; touch "$page"' EXIT

seconds() { /usr/bin/time -f '%e s (%U s of CPU)' -o "$work/time" "$@" > "$work/said" 2>&1 || { cat "$work/said" >&2; exit 1; }; tail -1 "$work/time"; }
cpu() { /usr/bin/time -f '%U %S' -o "$work/time" "$@" > /dev/null 2>&1; awk '{printf "%.2f s", $1 + $2}' "$work/time"; }

row() { # NAME PROFILE-FOLDER CARGO-ARGUMENTS...
  local name=$1 folder=$2 program=target/profiles/$2/sagstakt; shift 2
  rm -rf target/profiles
  local first again size speed=""
  first=$(CARGO_TARGET_DIR=target/profiles seconds cargo build "$@")
  touch "$page"
  again=$(CARGO_TARGET_DIR=target/profiles seconds cargo build "$@")
  size=$(($(stat -c %s "$program") / 1000000)) 
  if [ "$folder" = release ]; then
    [ -d "$work/nation" ] || python3 "$shared/tools/scale.py" "$work/nation" --municipalities 98 --caseworkers 40 --episodes 1000000 > /dev/null
    rm -f "$work"/*.sagstakt
    "$program" new --empty "$work/nation.sagstakt" 2> /dev/null
    "$program" demo --out "$work/sample.sagstakt" 2> /dev/null
    speed="$(cpu "$program" import "$work/nation" --create --db "$work/nation.sagstakt") | $(cpu "$program" overview --db "$work/sample.sagstakt" --half 2026H1 --format pdf --out "$work/o.pdf")"
  fi
  echo "| $name | $first | $again | $size MB | ${speed:-– | –} |"
}

echo "| profile | from nothing | after a change in one page | program | import of a million rows | document as PDF |"
echo "|---|---|---|---|---|---|"
for profile in "${@:-dev}"; do
  case $profile in
    dev)
      row "as it is" debug
      row "no debug information" debug --config 'profile.dev.debug=false'
      row "SQLite optimised in full" debug --config 'profile.dev.package.libsqlite3-sys.opt-level=2'
      row "the system's linker" debug --config 'target.x86_64-unknown-linux-gnu.rustflags=["-Clinker-features=-lld"]' ;;
    release)
      row "as it is" release --release
      row "without link-time optimisation" release --release --config 'profile.release.lto="off"' ;;
    *) echo "dev or release, not $profile" >&2; exit 2 ;;
  esac
done
