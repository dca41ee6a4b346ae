#!/usr/bin/env bash
# Whether the program compiles for Windows: checked on Linux, with the standard library's source of this very compiler and
# mingw-w64 for SQLite. Says in one line where that is not to be had.
#
#   tests/windows.sh
set -euo pipefail
cd "$(dirname "$0")/.."
version=$(rustc --version | cut -d' ' -f2)
source=${SAGSTAKT_SHARED:-../shared}/toolchain/rust-src-$version.tar.xz
skip() { echo "skipped: the compile check for Windows, $1"; exit 0; }

[ -f "$source" ] || skip "without the standard library's source of rustc $version ($source)"
if ! command -v x86_64-w64-mingw32-gcc > /dev/null; then
  apt-get install -y -qq --no-install-recommends gcc-mingw-w64-x86-64-win32 > /dev/null 2>&1 || skip "without gcc-mingw-w64-x86-64-win32"
fi
mkdir -p target/windows-src
tar xJf "$source" -C target/windows-src
# Only here: an ordinary build takes nothing that is not stable.
export RUSTC_BOOTSTRAP=1 __CARGO_TESTS_ONLY_SRC_ROOT=$PWD/target/windows-src/rust-src-$version/library
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc CARGO_TARGET_DIR=target/windows CARGO_PROFILE_DEV_DEBUG=false
said=$(cargo check --quiet --lib --bins --locked -Zbuild-std=std,panic_unwind --target x86_64-pc-windows-gnu 2>&1) || { echo "$said"; exit 1; }
# A warning is an error here too, and says nothing else when it is quiet.
[ -z "$said" ] || { echo "$said"; exit 1; }
echo "compiled for Windows"
