#!/usr/bin/env bash
# Every fuzz target for so many seconds, one after another; stops at the first finding. A finding becomes a test.
#   fuzz/run.sh SECONDS
# Needs cargo-fuzz (installed when it is missing) and a C++ compiler. The released compiler is told to take the flags
# that coverage needs.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}
shared=${SAGSTAKT_SHARED:-../shared}
command -v cargo-fuzz > /dev/null || cargo install --locked cargo-fuzz
export RUSTC_BOOTSTRAP=1
for target in csv workbook number date; do
    seeds=fuzz/corpus/$target
    mkdir -p "$seeds"
    if [ -d "$shared/corpora/generated" ]; then
        case $target in
            csv) cp "$shared"/corpora/generated/*.csv "$shared"/data/workbooks/*.csv "$seeds"/ ;;
            workbook)
                for book in "$shared"/corpora/generated/*.xlsx "$shared"/data/workbooks/*.xlsx; do
                    [ "$(stat -c %s "$book")" -lt 100000 ] && { printf '\0'; cat "$book"; } > "$seeds/$(basename "$book")"
                done ;;
            number) printf '1.204,5' > "$seeds/a"; printf '1,204.5' > "$seeds/b"; printf 'ca. 8' > "$seeds/c" ;;
            date) printf 'jan-26' > "$seeds/a"; printf '31. januar 2026' > "$seeds/b"; printf '2026M01' > "$seeds/c" ;;
        esac
    fi
    cargo fuzz run --sanitizer none "$target" -- -max_total_time="$seconds" -max_len=65536 -rss_limit_mb=1024 -timeout=20
done
echo "four targets, $seconds seconds each: no finding"
