"""Of a mail the release is read, and not the thread; what its text lacks its head tells, and says so."""

import subprocess
import sys

import pytest

from dateline.reading import read_paths
from reading.documents.made import RELEASE, docx, mail, only, p, readings_of

WHOLE = ("\n\n".join(RELEASE)).split("\n")
DOCX = docx("".join(map(p, RELEASE)))
POSTMARK = b"From a@b.example Mon Mar  3 08:00:00 2014\n"


def with_file(content, name, *lines, kind="application/octet-stream", disposition="attachment", **fields):
    import base64

    return mail(
        "--x", "Content-Type: text/plain; charset=utf-8", "", *lines, "--x",
        f'Content-Type: {kind}; name="{name}"', "Content-Transfer-Encoding: base64", f'Content-Disposition: {disposition}; filename="{name}"', "",
        base64.encodebytes(content).decode(), "--x--",
        MIME_Version="1.0", Content_Type='multipart/mixed; boundary="x"', **fields,
    )  # fmt: skip


def leftovers(reading):
    return "\n".join(leftover.text for leftover in reading.leftovers)


def test_a_release_is_read_and_its_message_id_names_it():
    (release,) = only(mail(*WHOLE)).releases
    assert (release.headline, release.date, release.identifier) == (RELEASE[3], "2014-03-03", "1@corvel.example")
    assert release.basis == {}


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        (["Lunch on Friday? The soup place has a table for nine, says Ada Marsh, and it is near the well."], {"subject": "Friday"}),
        (["Thanks, what a day for Corvel.", "", "On Mon, Mar 3, 2014 at 8:00 AM, Corvel Wells wrote:", *(f"> {x}" for x in WHOLE)], {"subject": "Re: Well"}),
        (["Gracias.", "", "El lun, 3 mar 2014 a las 8:00, Corvel escribió:", *(f"> {x}" for x in WHOLE)], {"subject": "Re: Well"}),
        (["Can I call?", "", "-----Original Message-----", "From: Ada", "Sent: Monday", "Subject: Well", "", *WHOLE], {"subject": "RE: Well"}),
        (["I am away until May."], {"subject": "Out of office: Well Dug in Corvel", "Auto_Submitted": "auto-replied"}),
        (list(WHOLE), {"Auto_Submitted": "auto-replied"}),
        (["Could not be delivered.", *WHOLE], {"subject": "Undeliverable: Well Dug"}),
    ],
)  # fmt: skip
def test_what_is_no_release_is_left_over_whole(lines, fields):
    reading = only(mail(*lines, **fields))
    assert reading.releases == () and lines[0] in leftovers(reading)


def test_the_words_beside_a_release_are_left_over_and_not_in_it():
    lines = [
        "Dear Dana,", "", "our release is below.", "", *WHOLE, "", "-- ", "Ada Marsh", "12 Mill Lane", "",
        "You are receiving this because you cover wells.", "Unsubscribe: https://corvel.example/u",
    ]  # fmt: skip
    reading = only(mail(*lines))
    (release,) = reading.releases
    assert release.headline == RELEASE[3] and "Dana" not in release.text and "Mill Lane" not in release.text
    assert "Dear Dana," in leftovers(reading) and "12 Mill Lane" in leftovers(reading)
    assert any(mark.why == "furniture of mail" for mark in reading.marks)


@pytest.mark.parametrize(
    "head",
    [
        [
            "---------- Forwarded message ----------",
            "From: Ada <ada@corvel.example>",
            "Date: Mon, Mar 3, 2014 at 8:58 AM",
            "Subject: Well Dug",
        ],
        [
            "Begin forwarded message:",
            "",
            "From: Ada <ada@corvel.example>",
            "Subject: Well Dug",
            "Date: March 3, 2014 8:58:00 AM EST",
        ],
        [
            "________________________________",
            "From: Ada",
            "Sent: Monday, March 3, 2014 8:58 AM",
            "To: List",
            "Subject: Well Dug",
        ],
        [
            "-----Mensaje original-----",
            "De: Ada",
            "Enviado el: lunes, 3 de marzo de 2014",
            "Para: Lista",
            "Asunto: Pozo",
        ],
        ["---------- Message transféré ---------", "De : Ada", "Date : lun. 3 mars 2014", "Objet : Puits"],
    ],
)
def test_a_release_that_is_handed_on_keeps_its_own_day_and_loses_the_note(head):
    reading = only(
        mail(
            "For the archive, thanks. Intern",
            "",
            *head,
            "",
            "",
            *WHOLE,
            subject="Fwd: Well",
            Date="Mon, 06 Jul 2015 11:00:00 -0700",
        )
    )
    (release,) = reading.releases
    assert (release.headline, release.date, release.identifier) == (RELEASE[3], "2014-03-03", None)
    assert "For the archive" in leftovers(reading) and "Intern" not in release.text


def test_the_day_comes_from_the_head_only_where_the_text_shows_none_and_as_printed_there():
    lines = [line for line in WHOLE if line != RELEASE[1]]
    (release,) = only(mail(*lines, Date="Mon, 03 Mar 2014 23:30:00 -0800")).releases
    assert release.date == "2014-03-03" and release.basis == {"date": "the Date of the mail"}
    assert "no-date" not in [doubt.code for doubt in release.doubts]


def test_the_headline_comes_from_the_subject_only_where_the_text_has_none():
    lines = [RELEASE[4], "", RELEASE[5], "", RELEASE[2]]
    reading = only(mail(*lines, subject="[press] PRESS RELEASE: Well Dug in Corvel"))
    (release,) = reading.releases
    assert release.headline == "Well Dug in Corvel" and release.basis["headline"] == "the subject of the mail"
    assert reading.text[slice(*release.spans["headline"][0])] == "Well Dug in Corvel"
    assert "headline-unsure" in [doubt.code for doubt in release.doubts]


def alternative(plain, html):
    return mail(
        "--x", "Content-Type: text/plain; charset=utf-8", "", plain, "--x", "Content-Type: text/html; charset=utf-8", "", html, "--x--",
        MIME_Version="1.0", Content_Type='multipart/alternative; boundary="x"',
    )  # fmt: skip


def test_two_versions_are_one_release_and_what_only_one_says_is_left_over():
    html = '<div style="display:none">For your inbox</div>' + "".join(f"<p>{line}</p>" for line in RELEASE)
    reading = only(alternative("\n".join(WHOLE) + "\n\nOnly here.", html))
    (release,) = reading.releases
    assert release.markup.startswith("<p>The well") and leftovers(reading) == "Only here."
    assert ("For your inbox", "not shown by the mail") in [(reading.text[slice(*m.span)], m.why) for m in reading.marks]


def test_lines_that_were_parted_for_sending_are_paragraphs_again():
    lines = [*WHOLE[:-2], "", "Forty people dug from April on, among them eleven who had never held", "a shovel before and two who had dug the last one, in the year of the", "great fire, when the river ran dry and the school was closed until May.", "", "###"]  # fmt: skip
    (release,) = only(mail(*lines)).releases
    assert "held a shovel before and two who had dug the last one, in the year of the great fire" in release.text


def test_a_document_of_a_mail_with_a_release_is_handed_out_and_makes_none():
    readings = readings_of(with_file(DOCX, "Release FINAL.docx", *WHOLE))
    assert [reading.is_handed_out for reading in readings] == [False, True]
    assert readings[0].releases[0].attachments == ("Release FINAL.docx",) and "Release FINAL.docx" in readings[0].files
    assert readings[1].releases[0].headline == RELEASE[3]


def test_a_document_of_a_mail_without_one_is_read_for_its_own():
    readings = readings_of(with_file(DOCX, "Release.docx", "Please find our release attached. Ada"))
    assert [(len(reading.releases), reading.is_handed_out) for reading in readings] == [(0, False), (1, False)]
    assert readings[0].files == {}


def test_a_document_that_cannot_be_read_may_still_be_handed_out():
    readings = readings_of(with_file(DOCX[:900], "Release.docx", *WHOLE))
    assert [reading.format for reading in readings] == ["mail", "attachment"] and readings[1].error is None


def test_what_outlook_has_packed_is_named():
    readings = readings_of(with_file(b"x\x9f>\x22" + b"\x01" * 50, "winmail.dat", *WHOLE, kind="application/ms-tnef"))
    assert "winmail.dat" in readings[1].error.what and readings[0].releases[0].attachments == ()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\\\Users\\\\ada\\\\Well.xlsx", "Well.xlsx"),
        (".bashrc", "bashrc"),
        ("Well\u202egpj.exe", "Wellgpj.exe"),
    ],
)
def test_the_name_of_a_file_is_no_path(given, kept):
    name = f"=?utf-8?q?{''.join(f'={byte:02x}' for byte in given.encode())}?=" if not given.isascii() else given
    assert list(readings_of(with_file(b"well", name, *WHOLE))[0].files) == [kept]


def test_signatures_and_cards_are_not_handed_out():
    assert readings_of(with_file(b"BEGIN:VCARD", "ada.vcf", *WHOLE, kind="text/vcard"))[0].releases[0].attachments == ()


def test_a_mail_inside_a_mail_is_read_by_itself():
    inner = mail(*WHOLE).decode().split("\n")
    outer = mail(
        "--x",
        "Content-Type: message/rfc822",
        "",
        *inner,
        "--x--",
        subject="Fwd: well",
        MIME_Version="1.0",
        Content_Type='multipart/mixed; boundary="x"',
    )
    readings = readings_of(outer)
    assert [len(reading.releases) for reading in readings] == [0, 1] and readings[1].source == "given › mail 1"


def test_bytes_without_a_stated_encoding_are_told_by_their_look():
    lines = "COMUNICADO DE PRENSA\n\nVecinos de Peñón abren un pozo después de nueve años\n\nPeñón, 3 de marzo de 2014.– Los vecinos abrieron un pozo.\n"
    head = mail().partition(b"\n\n")[0]
    assert (
        only(head + b"\n\n" + lines.encode("cp1252")).releases[0].headline
        == "Vecinos de Peñón abren un pozo después de nueve años"
    )


@pytest.mark.parametrize("subject", ["=?utf\0-8?q?Well?=", "=?nothing?q?Well?=", "=?utf-8?b?W?=", "=?utf-8?q?=FF?="])
def test_a_subject_in_no_encoding_is_no_crash(subject):
    assert only(mail(*WHOLE, subject=subject)).releases[0].headline == RELEASE[3]


def test_an_encoding_with_nul_in_its_name_is_no_crash():
    assert only(mail(*WHOLE, "\u00e9", Content_Type='text/plain; charset="utf\0-9"')).releases


def test_a_greeting_alone_is_no_crash():
    assert only(mail("Hi all,", subject="Re: Well")).releases == ()


def test_a_memorandum_in_print_is_a_text_and_no_mail():
    text = "From: Corvel Wells\nTo: All media\nDate: March 3, 2014\nSubject: Well\n\n" + "\n".join(WHOLE)
    assert only(text.encode()).format == "text"


def test_a_mailbox_is_parted_where_mails_begin_and_not_where_a_sentence_does():
    first = mail(*WHOLE, "", "From now on Ada answers.", ">From May on, too.")
    readings = readings_of(POSTMARK + first + b"\n" + POSTMARK + mail("Lunch?", subject="Friday") + b"\n")
    assert [len(reading.releases) for reading in readings] == [1, 0]
    assert "From May on" in readings[0].text and ">From" not in readings[0].text
    assert [reading.source for reading in readings] == ["given › mail 1", "given › mail 2"]
    assert readings[0].data is not None


def test_a_mailbox_is_never_held_whole(tmp_path):
    path = tmp_path / "box.mbox"
    with path.open("wb") as file:
        for _ in range(60):
            file.write(POSTMARK + with_file(b"well" * 500_000, "a.bin", "Lunch?", subject="Friday") + b"\n")
    assert path.stat().st_size > 150_000_000
    program = (
        "import sys;from pathlib import Path;from dateline.reading import read_paths;"
        "print(sum(1 for _ in read_paths([Path(sys.argv[1])])),"
        "int(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])//1024)"
    )
    said = subprocess.run(
        [sys.executable, "-c", program, path], capture_output=True, text=True, check=True
    ).stdout.split()
    assert said[0] == "60" and int(said[1]) < 130


def test_files_of_mails_lie_until_the_reading_ends(tmp_path):
    (tmp_path / "a.eml").write_bytes(with_file(b"well", "Depths.xlsx", *WHOLE))
    for reading in read_paths([tmp_path]):
        path = reading.files["Depths.xlsx"]
        assert path.read_bytes() == b"well"
    assert not path.exists()
