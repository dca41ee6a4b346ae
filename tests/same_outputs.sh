#!/usr/bin/env bash
# Whether two programs say the same: of the sample and of a book made up here, every overview, table, document,
# chart and refusal of the command line, byte for byte but for the differences that same_outputs.py lists.
#
#   tests/same_outputs.sh OLD NEW [FOLDER] [--quick]
#
# FOLDER keeps the outputs, to be looked at. --quick takes a part of them. Needs Python; the text of PDF needs
# pdftotext (poppler-utils). Exit code 1: something differs, and the first differences are shown.
exec python3 "$(dirname "$0")/same_outputs.py" "$@"
