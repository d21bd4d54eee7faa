"""How much one source may hold before it is refused whole, and why that much."""

MAX_TEXT_BYTES = 5_000_000
"""A longer text is refused. Five million bytes are some ten thousand openings of releases in one file; two million of the
seed's form took 57 MB of memory beside the 22 of the program, so this stays below 300 MB."""

MAX_LINES = 60_000
"""A text of more lines is refused too: what is kept of a line weighs more than its characters do."""

MAX_FOLDER_DEPTH = 40
"""A folder deeper than this is refused: no archive of a press office is, a loop of mounts may be."""

SNIFF_BYTES = 65_536
"""As much of a source as is looked at before it is decided what it is: a feed or an export may open with long comments."""

MAX_LINE_LOOKED_AT = 400
"""Characters at either end of a line in which datelines, labels and names of files are looked for. A form of
the press stands at the beginning or the end of a line; looking no farther keeps reading linear."""

MAX_DEPTH = 4
"""So many sources may lie one in the other: a mail in a mailbox in an archive is as deep as it gets; a bomb is deeper."""

MAX_CAPTURE_BYTES = 20_000_000
"""A captured page longer than this is passed over, and said: no press page is, a page that never ends may be."""

MAX_CAPTURED_FILE_BYTES = 100_000_000
"""A captured file longer than this is handed out with no release: nobody mails it to a reporter."""

MAX_ARCHIVES_BYTES = 8_000_000_000
"""What archives and captures hold when they are unpacked, taken together: more would fill the disk of a small server."""

MAX_ENTRY_CHARACTERS = 20_000_000
"""One post of an export or entry of a feed: the longest are pages whose builder keeps pictures in the text."""

MAX_FRAME_CHARACTERS = 40_000_000
"""What stands around the posts of an export: its authors, categories and tags, some tens of thousands at most."""

MAX_OBJECTS_BYTES = 40_000_000
"""JSON and tables are read whole; objects take some eight times as much memory as their bytes."""

MAX_HTML_BYTES = 10_000_000
"""A longer page is refused. The largest press pages met are below one million bytes."""

MAX_UNPACKED_FILES = 200_000
"""So many files may come out of the archives of one reading: twice the largest archive of a press office that we plan for."""

MAX_PACKED_RATIO = 200
"""What unpacks to more than so many times itself is refused: pages from one template come to 60, bombs to 1,000 and more."""

RATIO_COUNTS_FROM_BYTES = 100_000_000
"""Below this the ratio says nothing: a small archive of blank forms may pack better than any."""

MAX_DOCUMENT_BYTES = 100_000_000
"""A larger PDF, office document or mail is refused: it is held in memory as a whole. Releases with pictures for print have ten."""

MAX_UNPACKED_BYTES = 300_000_000
"""All that is taken out of one zipped document. A bomb of 42 kB says that it holds more."""

MAX_XML_BYTES = 40_000_000
"""One part's XML; a tree of it takes some eight times as much. A book of a thousand pages has five million bytes."""

MAX_PARTS = 5_000
"""So many parts a zipped document may have, and a mail."""

MAX_PAGES = 2_000
"""A longer PDF is refused: it is a collection that was bound together, and a person knows where to part it."""

MAX_GLYPHS = 3_000_000
"""Characters of one PDF; what is kept of each word on a page weighs more than its letters do."""

MAX_STREAM_BYTES = 8_000_000
"""What one stream of a PDF, a page's drawing for instance, may unpack to; drawings of a report have some hundred thousand. As
many bytes of single letters take pdfium 600 MB and most of a minute."""

MAX_PAGE_GLYPHS = 200_000
"""Characters of one page; a newspaper's has 30,000."""
