#!/usr/bin/env bash
# The committee's document, checked by other programs: PDF/UA-1 and PDF/A-2a, structure, fonts, and the
# files of Word and Excel opened by LibreOffice. The reference validator is not among them.
#
#   tests/documents.sh PROGRAM BOOK FOLDER
#
# Needs: qpdf poppler-utils libreoffice-writer libreoffice-calc; Python's page-validation and outloud
set -euo pipefail
program=$1 book=$2 work=$3
for form in pdf docx xlsx html zip; do
  "$program" overview --db "$book" --half 2025H2 --format "$form" --out "$work/overview.$form" 2> /dev/null
done
qpdf --check "$work/overview.pdf" > /dev/null
python3 - "$work/overview.pdf" <<'PY'
import sys
try:
    import page
except ImportError:
    print("skipped: Python's page-validation is not there")
    raise SystemExit
for profile in ("ua1", "2a"):
    result = page.validate_pdf(sys.argv[1], profile=profile)
    print(profile, "rules", result.rules.total, "failed", result.rules.failed)
    assert result.is_compliant, [(it.rule_id, it.message) for it in result.failures][:5]
PY
structure=$(pdfinfo -struct-text "$work/overview.pdf" 2> /dev/null)
for tag in H1 Table TH Figure; do
  grep -qw "$tag" <<< "$structure" || { echo "no $tag in the structure" >&2; exit 1; }
done
if pdffonts "$work/overview.pdf" 2> /dev/null | tail -n +3 | awk '{ print $(NF-4) }' | grep -qv yes; then
  echo "a font is not embedded" >&2; exit 1
fi
if command -v soffice > /dev/null; then
  for form in docx xlsx; do
    soffice --headless --convert-to pdf --outdir "$work/$form" "$work/overview.$form" > /dev/null 2>&1
    test -s "$work/$form/overview.pdf"
  done
fi
echo "documents: sound"
