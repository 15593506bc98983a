//! A report as a document for Word, LibreOffice and Google Docs: headings that make an outline, a list of parts that leads
//! to them, bars as cells of tables, pictures, page numbers. As little of the format as that takes (ECMA-376).

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{Bar, Block, Report, size};
use crate::picture::Colour;

/// How many columns a bar's room is divided into.
const STEPS: u32 = 24;
/// Widths in twentieths of a point: the room between the margins, a bar's name, a step of its bar, and its number.
const ROOM: u32 = 9_600;
const LABEL: u32 = 3_000;
const STEP: u32 = 240;
const VALUE: u32 = ROOM - LABEL - STEPS * STEP;
/// How large a picture may be, in English metric units, of which a point has 12,700.
const PICTURE: (f64, f64) = (4_200_000.0, 5_300_000.0);
const TRACK: &str = "E6EAEF";

const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The bytes of a document.
///
/// # Errors
///
/// If it cannot be written.
pub fn write(report: &Report) -> Result<Vec<u8>> {
    let mut body = String::new();
    let mut pictures: Vec<&[u8]> = Vec::new();
    paragraph(&mut body, "Title", &run(&report.title));
    paragraph(&mut body, "Subtitle", &run(&report.subtitle));
    contents(&mut body, report);
    for (at, part) in report.parts.iter().enumerate() {
        let marked = format!(
            "<w:bookmarkStart w:id=\"{at}\" w:name=\"part{at}\"/>{}<w:bookmarkEnd w:id=\"{at}\"/>",
            run(&part.heading)
        );
        paragraph(&mut body, "Heading1", &marked);
        for one in &part.blocks {
            block(&mut body, one, &mut pictures);
        }
    }
    let document = format!(
        "{HEAD}<w:document {NAMESPACES}><w:body>{body}<w:sectPr><w:footerReference w:type=\"default\" \
         r:id=\"footer\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1153\" \
         w:bottom=\"1134\" w:left=\"1153\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body>\
         </w:document>"
    );
    pack(report, &document, &pictures)
}

fn pack(report: &Report, document: &str, pictures: &[&[u8]]) -> Result<Vec<u8>> {
    let mut relations = format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"styles\" Type=\"{OFFICE}/styles\" \
         Target=\"styles.xml\"/><Relationship Id=\"footer\" Type=\"{OFFICE}/footer\" Target=\"footer1.xml\"/>"
    );
    for at in 0..pictures.len() {
        let _ = write!(
            relations,
            "<Relationship Id=\"picture{at}\" Type=\"{OFFICE}/image\" Target=\"media/picture{at}.png\"/>"
        );
    }
    relations.push_str("</Relationships>");
    let core = format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:language>{}</dc:language>\
         </cp:coreProperties>",
        escaped(&report.title),
        report.lang.code()
    );
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, bytes: &[u8], method| -> Result<()> {
        let options = SimpleFileOptions::default().compression_method(method);
        zip.start_file(name, options).context("Begin a part of a document")?;
        zip.write_all(bytes).context("Write a part of a document")
    };
    let texts = [
        ("[Content_Types].xml", TYPES.to_owned()),
        ("_rels/.rels", RELATIONS.to_owned()),
        ("docProps/core.xml", core),
        ("word/document.xml", document.to_owned()),
        ("word/_rels/document.xml.rels", relations),
        ("word/styles.xml", styles(report.lang.code())),
        ("word/footer1.xml", footer()),
    ];
    for (name, text) in &texts {
        put(name, text.as_bytes(), CompressionMethod::Deflated)?;
    }
    for (at, png) in pictures.iter().enumerate() {
        put(&format!("word/media/picture{at}.png"), png, CompressionMethod::Stored)?;
    }
    Ok(zip.finish().context("End a document")?.into_inner())
}

/// The list of parts, as a field that Word brings up to date when it is asked to.
fn contents(body: &mut String, report: &Report) {
    paragraph(body, "ContentsTitle", &run(&report.contents));
    let last = report.parts.len().saturating_sub(1);
    for (at, part) in report.parts.iter().enumerate() {
        let mut inside = String::new();
        if at == 0 {
            inside.push_str(
                "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \
                 \"1-1\" \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>",
            );
        }
        let _ = write!(
            inside,
            "<w:hyperlink w:anchor=\"part{at}\" w:history=\"1\">{}</w:hyperlink>",
            run(&part.heading)
        );
        if at == last {
            inside.push_str("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
        }
        paragraph(body, "TOC1", &inside);
    }
}

fn block<'a>(body: &mut String, block: &'a Block, pictures: &mut Vec<&'a [u8]>) {
    match block {
        Block::Heading(heading) => paragraph(body, "Heading2", &run(heading)),
        Block::Text(text) => paragraph(body, "Normal", &run(text)),
        Block::Quiet(text) => paragraph(body, "Quiet", &run(text)),
        Block::Bars(bars) => table(body, bars),
        Block::Item { lead, words, notes } => {
            let lead = if lead.is_empty() { String::new() } else { bold(&format!("{lead} ")) };
            paragraph(body, "Item", &format!("{lead}{}", run(words)));
            for note in notes {
                paragraph(body, "Quiet", &run(note));
            }
        }
        Block::Picture(png) => {
            if let Some((wide, high)) = size(png) {
                let at = pictures.len();
                pictures.push(png);
                paragraph(body, "Picture", &drawing(at, f64::from(wide), f64::from(high)));
            }
        }
    }
}

fn paragraph(body: &mut String, style: &str, inside: &str) {
    let _ = write!(body, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{inside}</w:p>");
}

/// Words, with their lines.
fn run(text: &str) -> String {
    format!("<w:r>{}</w:r>", lines(text))
}

fn bold(text: &str) -> String {
    format!("<w:r><w:rPr><w:b/><w:color w:val=\"1457C2\"/></w:rPr>{}</w:r>", lines(text))
}

fn lines(text: &str) -> String {
    let lines = text.lines().map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(line)));
    lines.collect::<Vec<_>>().join("<w:br/>")
}

/// What XML cannot hold is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Bars as rows: a name, filled cells, empty cells, a number.
fn table(body: &mut String, bars: &[Bar]) {
    let steps = "<w:gridCol w:w=\"240\"/>".repeat(STEPS as usize);
    let _ = write!(
        body,
        "<w:tbl><w:tblPr><w:tblW w:w=\"{ROOM}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>\
         <w:gridCol w:w=\"{LABEL}\"/>{steps}<w:gridCol w:w=\"{VALUE}\"/></w:tblGrid>"
    );
    for bar in bars {
        let share = if bar.share.is_nan() { 0.0 } else { bar.share.clamp(0.0, 1.0) };
        // Whatever there is, is seen.
        let filled = ((share * f64::from(STEPS)).round() as u32).max(u32::from(share > 0.0));
        let Colour(red, green, blue) = bar.colour;
        body.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        cell(body, LABEL, 1, None, &run(&bar.label));
        if filled > 0 {
            cell(body, filled * STEP, filled, Some(&format!("{red:02X}{green:02X}{blue:02X}")), "");
        }
        if filled < STEPS {
            cell(body, (STEPS - filled) * STEP, STEPS - filled, Some(TRACK), "");
        }
        cell(body, VALUE, 1, None, &bold(&format!(" {}", bar.value)));
        body.push_str("</w:tr>");
    }
    body.push_str("</w:tbl>");
    // Two tables with nothing between them would become one.
    paragraph(body, "Quiet", "");
}

fn cell(body: &mut String, width: u32, span: u32, fill: Option<&str>, inside: &str) {
    let span = if span > 1 { format!("<w:gridSpan w:val=\"{span}\"/>") } else { String::new() };
    let fill = fill.map_or_else(String::new, |fill| {
        format!(
            "<w:tcBorders><w:top w:val=\"single\" w:sz=\"24\" w:color=\"FFFFFF\"/><w:bottom w:val=\"single\" \
             w:sz=\"24\" w:color=\"FFFFFF\"/></w:tcBorders><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{fill}\"/>"
        )
    });
    let _ = write!(
        body,
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{span}{fill}<w:vAlign w:val=\"center\"/></w:tcPr>"
    );
    paragraph(body, "Cell", inside);
    body.push_str("</w:tc>");
}

fn drawing(at: usize, wide: f64, high: f64) -> String {
    let scale = (PICTURE.0 / wide).min(PICTURE.1 / high);
    let (wide, high, id) = ((wide * scale) as u64, (high * scale) as u64, at + 1);
    format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{wide}\" \
         cy=\"{high}\"/><wp:docPr id=\"{id}\" name=\"picture{at}\"/><a:graphic><a:graphicData \
         uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr \
         id=\"{id}\" name=\"picture{at}.png\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip \
         r:embed=\"picture{at}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" \
         y=\"0\"/><a:ext cx=\"{wide}\" cy=\"{high}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>\
         </pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
}

fn footer() -> String {
    let field =
        |name: &str| format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    format!(
        "{HEAD}<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}<w:r><w:t \
         xml:space=\"preserve\"> / </w:t></w:r>{}</w:p></w:ftr>",
        field("PAGE"),
        field("NUMPAGES")
    )
}

/// One style: what it is called, in Word and among its ids, what it is based on, and how it looks.
struct Look {
    id: &'static str,
    name: &'static str,
    /// Space before and after, in twentieths of a point; indent.
    space: (u32, u32),
    indent: u32,
    more: &'static str,
    /// In half points.
    size: u32,
    bold: bool,
    colour: &'static str,
}

const fn look(id: &'static str, name: &'static str, space: (u32, u32), size: u32) -> Look {
    Look { id, name, space, indent: 0, more: "", size, bold: false, colour: "151E2B" }
}

const LOOKS: [Look; 12] = [
    Look { bold: true, ..look("Title", "Title", (400, 120), 60) },
    Look { colour: "505E70", ..look("Subtitle", "Subtitle", (0, 500), 26) },
    Look { bold: true, ..look("ContentsTitle", "Contents title", (0, 120), 28) },
    look("TOC1", "toc 1", (0, 80), 24),
    Look {
        bold: true,
        more: "<w:keepNext/><w:pBdr><w:bottom w:val=\"single\" w:sz=\"10\" w:space=\"4\" w:color=\"1457C2\"/></w:pBdr>",
        ..look("Heading1", "heading 1", (480, 200), 40)
    },
    Look { bold: true, more: "<w:keepNext/>", ..look("Heading2", "heading 2", (280, 100), 28) },
    look("Item", "Item", (60, 40), 21),
    Look { indent: 360, colour: "505E70", ..look("Quiet", "Quiet", (0, 60), 18) },
    look("Cell", "Cell", (20, 20), 20),
    Look { more: "<w:jc w:val=\"center\"/>", ..look("Picture", "Picture", (120, 200), 20) },
    Look { more: "<w:jc w:val=\"right\"/>", colour: "505E70", ..look("Footer", "footer", (0, 0), 18) },
    look("Plain", "Plain", (0, 120), 21),
];

fn styles(lang: &str) -> String {
    let mut out = format!(
        "{HEAD}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Inter\" \
         w:hAnsi=\"Inter\" w:cs=\"Inter\" w:eastAsia=\"Inter\"/><w:sz w:val=\"21\"/><w:lang w:val=\"{lang}\"/></w:rPr>\
         </w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr>\
         </w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name \
         w:val=\"Normal\"/></w:style>"
    );
    for Look { id, name, space: (before, after), indent, more, size, bold, colour } in LOOKS {
        // The order of these is the schema's.
        let (kept, aligned) = if more.contains("w:jc") { ("", more) } else { (more, "") };
        let outline = match id {
            "Heading1" => "<w:outlineLvl w:val=\"0\"/>",
            "Heading2" => "<w:outlineLvl w:val=\"1\"/>",
            _ => "",
        };
        let weight = if bold { "<w:b/>" } else { "" };
        let _ = write!(
            out,
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn \
             w:val=\"Normal\"/><w:qFormat/><w:pPr>{kept}<w:spacing w:before=\"{before}\" w:after=\"{after}\"/><w:ind \
             w:left=\"{indent}\"/>{aligned}{outline}</w:pPr><w:rPr>{weight}<w:color w:val=\"{colour}\"/><w:sz \
             w:val=\"{size}\"/></w:rPr></w:style>"
        );
    }
    out.push_str("</w:styles>");
    out
}

const TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Types \
    xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" \
    ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" \
    ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/><Override \
    PartName=\"/word/document.xml\" \
    ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override \
    PartName=\"/word/styles.xml\" \
    ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/><Override \
    PartName=\"/word/footer1.xml\" \
    ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/><Override \
    PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";
const RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships \
    xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"document\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
    Target=\"word/document.xml\"/><Relationship Id=\"core\" \
    Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" \
    Target=\"docProps/core.xml\"/></Relationships>";
