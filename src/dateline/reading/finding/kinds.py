"""The kinds of line that are told apart by a line's own words."""

(
    TEXT,
    FURNITURE,
    LABEL,
    EMBARGO,
    HEADING,
    DATE,
    DATED,
    TRAILED,
    DATELINE,
    LINK,
    END,
    MORE,
    CONTACT,
    ADVISORY,
    BARE,
    NOTE,
) = range(16)
"""Plain text; a line of the page; FOR IMMEDIATE RELEASE; EMBARGOED UNTIL; '2014' or 'MARCH'; a date and no more;
a date and a headline; a headline and a date; a paragraph that opens with a dateline; Continue reading; ###; -more-;
a contact; WHAT: WHEN:; date, text and link in one line; a byline or a line of topics."""
