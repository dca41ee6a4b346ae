#!/usr/bin/env bash
# Takes the pictures of the documentation from the window itself, on a fresh sample book.
#
#   docs/pictures.sh [PROGRAM]      PROGRAM is target/debug/sagstakt unless named
set -euo pipefail

cd "$(dirname "$0")/.."
program=${1:-target/debug/sagstakt}
size=1280x800
source tests/desktop.sh
desktop_start "$size"
book="$desktop_work/Eksempel Kommune.sagstakt"
"$program" demo --out "$book" 2> /dev/null

# picture FILE THEME LANGUAGE [--page PAGE] [BOOK]
picture() {
    local file=$1 theme=$2 lang=$3
    shift 3
    rm -rf "$XDG_CONFIG_HOME"
    desktop_program "$program" "$@" --theme "$theme" --lang "$lang" --size "$size"
    desktop_settled "$desktop_work/now.png"
    convert "$desktop_work/now.png" -strip -define png:compression-level=9 -define png:compression-strategy=1 -define png:compression-filter=1 "PNG24:$file"
    desktop_kill
    echo "$file"
}

picture docs/window.png light da --page overview "$book"
picture docs/caseload.png light da --page caseload "$book"
picture docs/waiting-dark.png dark da --page waiting "$book"
picture docs/start.png light da
