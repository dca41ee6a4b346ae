#!/usr/bin/env bash
# Power cuts while saving, on ext4 in a loop image: what the disk held at that instant must open and hold
# every acknowledged save. Needs root, e2fsprogs and the harness of ../shared/corpora.
#   tests/powercuts.sh [CUTS] [PROGRAM]
set -euo pipefail
cuts=${1:-50}
program=$(realpath "${2:-target/release/sagstakt}")
shared=${SAGSTAKT_SHARED:-$(dirname "$0")/../../shared}
harness=$shared/corpora/harness/powercut.sh
[ -f "$harness" ] || { echo "skipped: $harness is not there"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$program" new "$work/base.sagstakt" 2>/dev/null
before=$("$program" check --json --db "$work/base.sagstakt" 2>/dev/null | grep -o '"entries": [0-9]*' | grep -o '[0-9]*')

# One process that saves many times; the harness kills it by its own id, so it takes the shell's place.
cat > "$work/write.sh" <<WRITE
#!/bin/bash
cp "$work/base.sagstakt" "\$1"; sync "\$1" "\$(dirname "\$1")"
exec "$program" record - --db "\$1" --ack-file "\$2" < "$work/lines" 
WRITE
cat > "$work/check.sh" <<CHECK
#!/bin/bash
# Cut before the book was there: nothing was promised.
[ "\$2" = 0 ] && [ ! -s "\$1" ] && exit 0
exec "$program" check --db "\$1" --entries-at-least \$(( \$2 + $before ))
CHECK
chmod +x "$work/write.sh" "$work/check.sh"
failed=0
for mode in busy idle; do
  [ $mode = busy ] && lines=20000 || lines=40
  for n in $(seq $lines); do echo "--unit FTI --month 20$((12 + n / 12 % 10))-$(printf %02d $((n % 12 + 1))) cases=$n"; done > "$work/lines"
  mkdir -p "$work/$mode"
  result=$(bash "$harness" "$work/$mode" "$cuts" $mode "$work/write.sh {DB} {ACK}" "$work/check.sh {DB} {N}")
  echo "$result"
  grep -q 'failed=0$' <<< "$result" || failed=1
done
exit $failed
