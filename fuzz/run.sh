#!/usr/bin/env bash
# Every fuzz target for so many seconds, one after another; stops at the first finding. A finding becomes a test.
#   fuzz/run.sh SECONDS [TARGET...]
# Needs cargo-fuzz (installed when it is missing) and a C++ compiler. The released compiler is told to take the flags
# that coverage needs. Only the readers and the rooms they stand on are built and instrumented (see fuzz/src/lib.rs).
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}
shift || true
[ $# -gt 0 ] || set -- number date csv workbook
shared=${SAGSTAKT_SHARED:-../shared}
command -v cargo-fuzz > /dev/null || cargo install --locked cargo-fuzz
export RUSTC_BOOTSTRAP=1

# A seed FILE for TARGET; a workbook's first byte says that the file is read as it is.
seed() {
    [ -f "$2" ] && [ "$(stat -c %s "$2")" -lt 65536 ] || return 0
    { [ "$1" != workbook ] || printf '\0'; cat "$2"; } > "fuzz/corpus/$1/$(basename "$2")"
}
words() {
    local target=$1 word
    shift
    for word in "$@"; do printf '%s' "$word" > "fuzz/corpus/$target/$(printf '%s' "$word" | md5sum | cut -c1-12)"; done
}

for target in "$@"; do
    mkdir -p "fuzz/corpus/$target"
    # What is new is found in short texts, and a hundred times sooner.
    case $target in workbook) longest=65536 ;; csv) longest=4096 ;; *) longest=256 ;; esac
    case $target in
        csv) for it in "$shared"/corpora/generated/*.{csv,txt} "$shared"/data/workbooks/*.csv; do seed csv "$it"; done ;;
        workbook)
            for it in "$shared"/corpora/generated/*.xlsx "$shared"/data/workbooks/*.xlsx tests/files/import/*.xls* tests/files/import/findings/*.xls*; do
                seed workbook "$it"
            done ;;
        number) words number '1.204,5' '1,204.5' 'ca. 8' '-3' '1 204' '12 stk.' '0,125' ;;
        date) words date 'jan-26' '31. januar 2026' '2026M01' '01-2026' '202601' 'ult. jan 2025' '31-01-2026 08:15' 'uge 5' ;;
    esac
    cargo fuzz run --sanitizer none "$target" -- -dict=fuzz/words.dict -max_total_time="$seconds" -max_len="$longest" -rss_limit_mb=1024 -timeout=20
done
echo "$*: $seconds seconds each, no finding"
