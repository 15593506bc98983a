"""Reads the files that the tests took out with programs that are not ours, and stops where one cannot."""

import csv
import json
import pathlib
import subprocess
import sys
import zipfile

import docx
import openpyxl
import pypdf

folder = pathlib.Path(sys.argv[1])
FORMULA = ("=", "+", "-", "@", "\t", "\r")

# The last run of a test may have been about other proposals: what is checked holds for all of them.
with open(folder / "proposals.csv", encoding="utf-8-sig", newline="") as file:
    rows = list(csv.reader(file))
assert len(rows) > 1 and all(len(row) == len(rows[0]) for row in rows), rows
assert not any(cell.startswith(FORMULA) for row in rows for cell in row), rows

book = openpyxl.load_workbook(folder / "proposals.xlsx")
sheet = book.active
assert sheet.max_row > 1 and sheet.freeze_panes == "A2"
for row in sheet.iter_rows():
    for cell in row:
        assert cell.data_type != "f", f"{cell.coordinate} is a formula"

pdf = pypdf.PdfReader(folder / "cards.pdf")
assert pdf.pages and "proposal-" in str([a.get_object() for a in pdf.pages[0]["/Annots"]])
for font in pdf.pages[0]["/Resources"]["/Font"].values():
    font = font.get_object()
    assert "/ToUnicode" in font, "its words could not be searched"
    # Six letters and a plus stand in front of the name of a font of which only a part is there.
    assert font["/BaseFont"][7] == "+", font["/BaseFont"]
text = subprocess.run(["pdftotext", folder / "cards.pdf", "-"], capture_output=True, check=True, text=True).stdout
assert "об’єднує" in text, text

with zipfile.ZipFile(folder / "merezha.zip") as archive:
    assert archive.testzip() is None
    files = {name: json.loads(archive.read(name)) for name in archive.namelist() if name.endswith(".json")}
assert files["manifest.json"]["format"] == "merezha-export", files["manifest.json"]

# The report: a PDF with a list of its parts, numbered pages and words that can be searched; and a document whose headings are
# an outline, with the same parts.
report = pypdf.PdfReader(folder / "merezha-report.pdf")
pages = [page.extract_text() for page in report.pages]
assert len(report.outline) == 6, report.outline
for number, page in enumerate(pages, 1):
    assert f"{number} / {len(pages)}" in page, page
text = subprocess.run(["pdftotext", folder / "merezha-report.pdf", "-"], capture_output=True, check=True, text=True).stdout
assert all(part.title in text for part in report.outline), text
document = docx.Document(folder / "merezha-report.docx")
headings = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
assert len(headings) == 6 and document.core_properties.title, headings
for table in document.tables:
    for row in table.rows:
        assert row.cells[0].text and row.cells[-1].text.strip().isdigit(), [cell.text for cell in row.cells]

own = json.loads((folder / "mydata.json").read_text("utf-8"))
assert own["format"] == "merezha-mydata" and own["person"]["name"], own
print(f"{len(rows) - 1} proposals, {len(pdf.pages)} pages of cards, {len(files)} files in the archive")
