#!/usr/bin/env bash
# Monthly entry with real keys in a real window: an empty book, a month for one caseworker after the other, a block
# copied from LibreOffice Calc, correct, undo, redo, close, open again; and typing while every fsync takes three seconds.
# tests/entry.sh [PROGRAM]    PROGRAM is target/debug/sagstakt unless named
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-target/debug/sagstakt}")
source tests/desktop.sh
desktop_start 1280x800
book="$desktop_work/nye sager.sagstakt"
fail() { echo "FAILED: $*" >&2; desktop_shot "${ENTRY_PICTURE:-$desktop_work/failed.png}" || true; exit 1; }

# stored INITIALS MONTH   the figure in the file, by the export of everything
stored() {
    rm -rf "$desktop_work/out"
    "$program" export --db "$book" --out "$desktop_work/out" > /dev/null 2>&1
    grep -E "^$2;BFA;$1;" "$desktop_work/out/sagstal.csv"
}
# has INITIALS MONTH CASES  waits until it is there
has() {
    local line _
    for _ in $(seq 40); do
        line=$(stored "$1" "$2" || true)
        if grep -qE "(^|;)$3(;|$)" <<< "$line"; then return 0; fi
        sleep 0.25
    done
    fail "$1 $2 is not $3 but: $line"
}
entries() { "$program" check --json --db "$book" 2> /dev/null | grep -o '"entries": [0-9]*' | grep -o '[0-9]*'; }

"$program" new "$book" 2> /dev/null
desktop_program "$program" "$book" --page entry --theme light --size 1280x800
desktop_settled "$desktop_work/empty.png"

# Eighteen caseworkers, by keys alone: F6 leaves the sheet for the line under it.
desktop_keys F6
people=(ABC BCD)
for number in $(seq -w 3 18); do people+=("R$number"); done
for who in "${people[@]}"; do
    desktop_type "$who"
    desktop_keys Return
    sleep 0.4
done
has_person() { local _; for _ in $(seq 40); do rm -rf "$desktop_work/out"; "$program" export --db "$book" --out "$desktop_work/out" > /dev/null 2>&1; grep -q ";$1;" "$desktop_work/out/raadgivere.csv" && return 0; sleep 0.25; done; fail "$1 is not in the register"; }
for who in "${people[@]}"; do has_person "$who"; done
echo "eighteen caseworkers added by keys"

# A month: a number and an Enter for each, nothing else. Every key is counted.
first=$(entries)
# The month that is being entered is where the sheet begins: back to its first empty cell.
desktop_keys ctrl+1 ctrl+2
sleep 0.5
digits=0 enters=0
for number in 31 26 $(seq 20 35); do
    desktop_type "$number"
    digits=$((digits + ${#number}))
    desktop_keys Return
    enters=$((enters + 1))
done
[ "$digits $enters" = "36 18" ] || fail "$digits digits and $enters Enters"
desktop_settled "$desktop_work/month.png"
for _ in $(seq 60); do [ "$(entries)" -ge $((first + 18)) ] && break; sleep 0.25; done
[ "$(entries)" = $((first + 18)) ] || fail "eighteen numbers gave $(($(entries) - first)) entries"
rm -rf "$desktop_work/out"; "$program" export --db "$book" --out "$desktop_work/out" > /dev/null 2>&1
typed=$(grep -cE ';BFA;(ABC;31|BCD;26|R[0-9]+;(2[0-9]|3[0-5]));' "$desktop_work/out/sagstal.csv" || true)
[ "$typed" = 18 ] || fail "the month: $(cat "$desktop_work/out/sagstal.csv")"
at=$(grep ';ABC;31' "$desktop_work/out/sagstal.csv" | cut -c1-7)
echo "a month of eighteen caseworkers: 18 numbers of $digits digits, $enters Enters, no mouse ($at)"

# Correct, undo, redo.
desktop_keys ctrl+1 ctrl+2
sleep 0.5
desktop_keys Prior Prior
desktop_type "100-55"
desktop_keys Return
has ABC "$at" 45
desktop_keys ctrl+z
has ABC "$at" 31
desktop_keys ctrl+y
has ABC "$at" 45
echo "corrected, taken back, done again"

# A block copied from LibreOffice Calc.
if command -v soffice > /dev/null; then
    printf '17\n"18"\n' > "$desktop_work/blok.csv"
    (cd "$desktop_work" && soffice --headless --convert-to ods blok.csv > /dev/null 2>&1)
    ours=$(xdotool search --onlyvisible --pid "$desktop_window" | tail -1)
    soffice --norestore --nologo "$desktop_work/blok.ods" > /dev/null 2>&1 &
    desktop_started+=($!)
    for _ in $(seq 120); do xdotool search --onlyvisible --name 'blok.ods' > /dev/null 2>&1 && break; sleep 0.5; done
    calc=$(xdotool search --onlyvisible --name 'blok.ods' | tail -1)
    xdotool windowactivate --sync "$calc"
    sleep 3
    desktop_keys ctrl+Home shift+Down ctrl+c
    sleep 1
    desktop_settled "$desktop_work/calc.png"
    xdotool windowactivate --sync "$ours"
    sleep 1
    desktop_keys Up
    before=$(entries)
    desktop_keys ctrl+v
    has ABC "$at" 17
    has BCD "$at" 18
    [ "$(entries)" = $((before + 1)) ] || fail "the block is not one step"
    desktop_keys ctrl+z
    has BCD "$at" 26
    echo "a block from LibreOffice Calc: one step, taken back with one key"
else
    echo "skipped: LibreOffice is not there"
fi

# Half typed, closed, and there again.
desktop_keys Down
desktop_type "9x"
sleep 0.5
desktop_close || fail "the window did not close"
grep -q '"9x"' "$XDG_CONFIG_HOME"/*/window.json || fail "the half-typed text was not kept"
desktop_program "$program" "$book" --page entry --theme light --size 1280x800
desktop_settled "$desktop_work/again.png"
has ABC "$at" 45
echo "closed with a half-typed cell and opened again"
desktop_close
