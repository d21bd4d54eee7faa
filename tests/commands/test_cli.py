"""The command as a whole: what it lists, what it loads, how it says no."""

import errno
import importlib
import re
import subprocess
import sys

import click
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db.utils import OperationalError

from dateline import cli
from dateline.commands.sentence import expected_errors, sentence_of
from dateline.releases.refused import Refused


def run_main(monkeypatch, capsys, arguments: list[str]) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["dateline", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    told = capsys.readouterr()
    return ended.value.code, told.out, told.err


def test_without_arguments_the_verbs_are_listed_in_the_order_of_use(dateline):
    told = dateline()
    text = told.stdout + told.stderr
    assert re.findall(r"^  ([a-z]+)  ", text, re.MULTILINE) == [
        "read", "import", "addresses", "publish", "correct", "update", "withdraw", "redact", "export", "run", "password", "migrate", "check",
    ]  # fmt: skip
    assert "Traceback" not in text


def test_listing_the_verbs_loads_none_of_them():
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "from dateline.cli import main; main()", "--help"],
        capture_output=True, text=True,
    )  # fmt: skip
    loaded = set(re.findall(r"\| +(\S+)$", told.stderr, re.MULTILINE))
    assert told.returncode == 0
    assert not [name for name in loaded if name.split(".")[0] in {"django", "wagtail", "PIL"}]
    assert {name for name in loaded if name.startswith("dateline.commands.")} == {
        "dateline.commands.lazy", "dateline.commands.sentence",
    }  # fmt: skip


def test_reading_needs_no_django_and_no_configuration():
    blocked = (
        "import sys\n"
        "class Closed:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] in {'django', 'wagtail'}: raise ImportError('not here: ' + name)\n"
        "sys.meta_path.insert(0, Closed())\n"
        "sys.argv = ['dateline', 'read', '--help']\n"
        "from dateline.cli import main; main()\n"
    )
    told = subprocess.run([sys.executable, "-c", blocked], capture_output=True, text=True)
    assert told.returncode == 0, told.stderr
    assert "--json" in told.stdout


@pytest.mark.parametrize("verb", cli.VERBS)
def test_every_verb_of_the_table_is_there_and_says_what_it_does(verb):
    module, _, attribute = cli.VERBS[verb].at.partition(":")
    command = getattr(importlib.import_module(module), attribute)
    assert isinstance(command, click.Command)
    assert command.help
    assert len(cli.VERBS[verb].does) <= 75


def test_wrong_use_is_2(monkeypatch, capsys):
    for arguments in (["redact-all"], ["run", "--port", "eighty"], ["run", "--port", "0"], ["publish", "--now"]):
        code, _, err = run_main(monkeypatch, capsys, arguments)
        assert code == 2
        assert "Traceback" not in err


def fail_with(monkeypatch, error: BaseException) -> None:
    @click.command()
    def failing() -> None:
        raise error

    monkeypatch.setattr(cli.Verb, "load", lambda self: failing)


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (Refused("x", ["It has no date.", "It has no text."]), "It has no date.\nIt has no text.\n"),
        (OSError(errno.ENOSPC, "No space left on device", "/var/x"), "/var/x: The disk is full."),
        (OSError(errno.EACCES, "Permission denied", "/var/x"), "/var/x: No permission."),
        (OperationalError("database or disk is full"), "The disk is full."),
        (OperationalError("attempt to write a readonly database"), "can't be written"),
        (OperationalError('connection failed: connection to server at "127.0.0.1" failed: Connection refused'),
         "The database doesn't answer"),
        (ImproperlyConfigured("DATELINE_SECRET_KEY is not set."), "DATELINE_SECRET_KEY is not set."),
    ],
)  # fmt: skip
def test_what_goes_wrong_outside_is_a_sentence_and_1(monkeypatch, capsys, error, sentence):
    fail_with(monkeypatch, error)
    code, out, err = run_main(monkeypatch, capsys, ["publish"])
    assert (code, out) == (1, "")
    assert sentence in err
    assert "Traceback" not in err


@pytest.mark.parametrize("error", [ValueError("a bug"), KeyError("a bug"), OSError(errno.EIO, "input/output error")])
def test_a_bug_keeps_its_traceback(monkeypatch, error):
    fail_with(monkeypatch, error)
    monkeypatch.setattr(sys, "argv", ["dateline", "publish"])
    with pytest.raises(type(error)):
        cli.main()


def test_interrupted_is_130(monkeypatch, capsys):
    fail_with(monkeypatch, KeyboardInterrupt())
    assert run_main(monkeypatch, capsys, ["publish"])[0] == 130


def test_a_reader_that_has_enough_hears_nothing(environment):
    told = subprocess.run(
        f"'{sys.executable}' -c 'from dateline.cli import main; main()' --help | true",
        shell=True, capture_output=True, text=True, env=environment,
    )  # fmt: skip
    assert told.stderr == ""


def test_every_expected_error_is_known_by_its_class():
    assert {Refused, OSError} <= set(expected_errors())
    assert sentence_of(OSError("without a number")) is None


def test_an_environment_that_can_not_be_meant_is_a_sentence(dateline):
    told = dateline("check", DATELINE_SITE_ADDRESS="press.example")
    assert told.returncode == 1
    assert "needs its scheme" in told.stderr
    assert "Traceback" not in told.stderr


def test_production_without_its_secret_is_a_sentence(dateline):
    told = dateline("check", DJANGO_SETTINGS_MODULE="dateline.settings.production")
    assert told.returncode == 1
    assert "DATELINE_SECRET_KEY is not set" in told.stderr
    assert "Traceback" not in told.stderr
