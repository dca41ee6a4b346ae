#!/usr/bin/env bash
# The committee's document, checked by other programs: PDF/UA-1 and PDF/A-2a, structure, fonts, what a
# screen reader would say, and the files of Word and Excel opened by LibreOffice. The reference validator
# is not among them.
#
#   tests/documents.sh PROGRAM BOOK FOLDER
#
# Uses what is there of: qpdf, poppler-utils, libreoffice-writer, libreoffice-calc; Python's
# page-validation and outloud
set -euo pipefail
program=$1 book=$2 work=$3
here=$(dirname "$0")
has() { command -v "$1" > /dev/null || { echo "skipped: $1 is not there"; return 1; }; }

for profile in internal committee; do
  for order in overview case; do
    name=$work/$profile-$order
    for form in pdf docx xlsx; do
      "$program" overview --db "$book" --half 2025H2 --profile "$profile" --order "$order" \
        --format "$form" --out "$name.$form" 2> /dev/null
    done
    if has qpdf; then qpdf --check "$name.pdf" > /dev/null; fi
    python3 "$here/documents.py" "$name.pdf"
    if has pdfinfo; then
      structure=$(pdfinfo -struct-text "$name.pdf" 2> /dev/null)
      for tag in H1 Table TH Figure; do
        grep -qw "$tag" <<< "$structure" || { echo "no $tag in the structure" >&2; exit 1; }
      done
      if pdffonts "$name.pdf" 2> /dev/null | tail -n +3 | awk '{ print $(NF-4) }' | grep -qv yes; then
        echo "a font is not embedded" >&2; exit 1
      fi
    fi
  done
done

if has soffice; then
  export HOME=$work
  for form in docx xlsx; do
    soffice --headless --convert-to pdf --outdir "$work/$form" "$work/committee-overview.$form" > "$work/soffice" 2>&1
    test -s "$work/$form/committee-overview.pdf"
    if grep -i "error\|warn" "$work/soffice" | grep -v javaldx; then
      echo "LibreOffice is not content with the $form" >&2; exit 1
    fi
  done
fi
echo "documents: sound"
