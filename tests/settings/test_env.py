"""What the environment may not say is refused in a sentence."""

import pytest

from dateline.settings.env import read_environment


@pytest.mark.parametrize(
    ("says", "sentence"),
    [
        ({"DATELINE_SITE_ADDRESS": "press.example"}, "needs its scheme"),
        ({"DATELINE_HUB": "hub.example", "DATELINE_SITE_ADDRESS": "https://press.example"}, "needs its scheme"),
        ({"DATELINE_HUB": "file:///etc/passwd", "DATELINE_SITE_ADDRESS": "https://press.example"}, "needs its scheme"),
        ({"DATELINE_HUB": "https://hub.example/", "DATELINE_SITE_ADDRESS": ""}, "set both"),
        ({"DATELINE_IMPORT_FOLDERS": "/srv/archive:archive"}, "write whole paths"),
        ({"DATELINE_UPLOAD_MB": "2 GB"}, "whole number of megabytes"),
        ({"DATELINE_UPLOAD_MB": "-1"}, "whole number of megabytes"),
    ],
)
def test_what_cannot_be_meant_is_refused(monkeypatch, says, sentence):
    for name, value in says.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ValueError, match=sentence):
        read_environment()


def test_no_hub_is_told_until_one_is_set(monkeypatch):
    monkeypatch.delenv("DATELINE_HUB", raising=False)
    assert read_environment().hub == ""


def test_the_desk_reads_no_folder_of_the_server_until_one_is_named(monkeypatch):
    monkeypatch.delenv("DATELINE_IMPORT_FOLDERS", raising=False)
    assert read_environment().import_folders == ()
