#!/usr/bin/env bash
# Typing while every fsync takes three seconds: no frame of 100 ms, and each number saved once. Needs strace.
# tests/slow_saves.sh    builds the tests and runs the one
set -euo pipefail
cd "$(dirname "$0")/.."
command -v strace > /dev/null || { echo "skipped: strace is not there"; exit 0; }
test=$(cargo test --lib --no-run --message-format=json 2> /dev/null | grep -o '"executable":"[^"]*"' | tail -1 | cut -d'"' -f4)
SAGSTAKT_SLOW=1 strace -f -qq --seccomp-bpf -o /dev/null -e trace=fsync,fdatasync \
  -e inject=fsync,fdatasync:delay_exit=3000000 \
  "$test" --nocapture typing_during_a_slow_save 2>&1 | grep -E 'longest frame|panicked|a frame took|test result'
