"""The command line: what the shell sees."""

import argparse
import datetime
import io
import os
import re
import shutil
import subprocess
import sys

import networkx
import pytest
from rich.console import Console

import unanalysis
from unanalysis.cli import COMMANDS, build_parser, main
from unanalysis.cli.graph import KINDS
from unanalysis.cli.view import show_reading
from unanalysis.types import Letter, Mention, Party, Problem, Reading, Source

ENGLISH = "The Council adopted resolution 2254\n(2015) and presidential statement S/PRST/2015/10."


@pytest.fixture
def stdin(monkeypatch):
    def give(text: str, encoding: str = "utf-8") -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode(encoding))))

    return give


def options(parser: argparse.ArgumentParser) -> set[str]:
    return {name for action in parser._actions for name in action.option_strings} - {"-h", "--help"}


def children() -> dict[str, argparse.ArgumentParser]:
    parser = build_parser()
    return next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction)).choices


def test_check_says_what_cannot_be(tmp_path, capsys):
    text = "Letter dated 3 May 2014 from the Permanent Representative of Mali to the United Nations addressed to the "
    text += "Secretary-General\n\nI refer to Security Council resolutions 2100 (2013), 2254 (2015) and 2100 (2014)."
    (tmp_path / "letter.txt").write_text(text, encoding="utf-8")
    assert main(["check", str(tmp_path / "letter.txt")]) == 0
    told = capsys.readouterr()
    lines = [line.split("\t") for line in told.out.splitlines()]
    assert [(line[0], line[1], line[4], line[5]) for line in lines] == [
        ("warning", "letter", "S/RES/2254(2015)", "after the letter"),
        ("warning", "letter", "S/RES/2100(2014)", "no such number"),
    ]
    assert text[int(lines[1][2]) : int(lines[1][3])] == "2100 (2014)"
    assert "3 citations checked, 2 warnings, 0 notes" in told.err
    (tmp_path / "register.csv").write_text("symbol,date\nS/RES/2100 (2013),2013-04-25\n", encoding="utf-8")
    register = ["--register", str(tmp_path / "register.csv")]
    assert main(["check", str(tmp_path / "letter.txt"), "--all", *register]) == 0
    verdicts = [line.split("\t")[5] for line in capsys.readouterr().out.splitlines()]
    assert verdicts == ["agrees", "not in register", "after the letter", "no such number"]


def test_reports_and_graphs_go_on_from_tables(specimens, tmp_path, capsys):
    """What was read once needs not be read again, and says the same."""
    letters, tables = str(specimens / "en-S-2019-9101.txt"), str(tmp_path / "tables")
    assert main(["tables", letters, "-o", tables]) == 0
    assert f"The tables are in {tables}" in capsys.readouterr().out
    for source, name in ((letters, "read"), (tables, "again")):
        assert main(["report", source, "-o", str(tmp_path / f"{name}.html")]) == 0
        assert main(["graph", source, "-o", str(tmp_path / f"{name}.gexf")]) == 0
    for ending in ("html", "gexf"):
        assert (tmp_path / f"read.{ending}").read_bytes() == (tmp_path / f"again.{ending}").read_bytes()


@pytest.mark.parametrize(
    "words",
    [
        ["graph", "-o", "letters.doc"],
        ["report", "-o", "letters.doc"],
        ["report", "-o", "letters.html", "--date", "soon"],
        ["report", "-o", "letters.html", "--language", "tlh"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_written_is_said_before_anything_is_read(words, capsys, monkeypatch):
    """Reading many letters takes minutes; here it would say that there are none."""
    assert main([*words, "nowhere"]) == 1
    error = capsys.readouterr().err
    assert "Hint:" in error
    assert "nowhere" not in error


# Documentation


def test_every_command_and_option_is_in_the_readme(root):
    readme = (root / "README.md").read_text(encoding="utf-8")
    described = readme[readme.index("## On the command line") :].split("\n## ")[0]
    wanted = {f"unanalysis {name}" for name in children()} | options(build_parser())
    for parser in children().values():
        wanted |= options(parser)
    assert {name for name in wanted if name not in described} == set()


def commands_in(text: str) -> list[list[str]]:
    """The unanalysis commands in lines of a shell, without what a pipe or a comment puts behind them."""
    found = re.findall(r"(?:^|\| ) *unanalysis ([a-z].*?)(?= \||   | #|$)", text, re.MULTILINE)
    return [[word.strip('"') for word in line.split()] for line in found]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.NAME)
def test_the_examples_of_the_help_are_valid(command):
    examples = commands_in(command.EXAMPLES)
    assert examples
    for words in examples:
        assert build_parser().parse_args(words).run == command.run


def test_the_commands_in_the_readme_are_valid(root):
    examples = commands_in("".join((root / "README.md").read_text(encoding="utf-8").split("```")[1::2]))
    assert {words[0] for words in examples} == set(children())
    for words in examples:
        build_parser().parse_args(words)


@pytest.mark.parametrize("words", [[], *([command.NAME] for command in COMMANDS)], ids=" ".join)
def test_help_has_examples(words, capsys):
    with pytest.raises(SystemExit) as leaving:
        main([*words, "--help"])
    assert leaving.value.code == 0
    assert "examples:\n  unanalysis" in capsys.readouterr().out.replace('  echo "ses', '  unanalysis "ses')


def test_version(capsys):
    with pytest.raises(SystemExit) as leaving:
        main(["--version"])
    assert leaving.value.code == 0
    assert re.fullmatch(r"unanalysis \d+\.\d+.*\n", capsys.readouterr().out)


# Exit codes


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ([], "no command"),
        (["lunch"], "no such command"),
        (["tables", "letters"], "nowhere to write to"),
        (["tables", "letters", "-o", "out", "--format", "docx"], "not a format of tables"),
        (["cite", "letter.txt", "--kind", "love"], "not a kind of mention"),
    ],
)
def test_misuse_exits_with_2(words, why, capsys):
    with pytest.raises(SystemExit) as leaving:
        main(words)
    assert leaving.value.code == 2, why
    assert "usage: unanalysis" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["cite"], ["parse"], ["tables", "-o", "out"]], ids=" ".join)
def test_a_file_that_is_not_there_is_named_in_a_sentence(words, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main([*words, "nowhere.txt"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("unanalysis: ")
    assert "nowhere.txt" in captured.err
    assert "Hint:" in captured.err
    assert "Traceback" not in captured.err


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("resolution 2254 (2015). " * 20_000, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "unanalysis", "cite", str(letter)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout.readline() == b"11\t22\tresolution\tS/RES/2254(2015)\t2254 (2015)\n"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


def test_the_help_imports_nothing_heavy():
    code = "import sys; from unanalysis.cli import build_parser; build_parser(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {"pandas", "numpy", "rich", "yaml", "networkx", "ahocorasick_rs"} & set(loaded) == set()


# cite


def test_cite_gives_a_line_for_each_citation(stdin, capsys):
    stdin(ENGLISH)
    assert main(["cite", "-"]) == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [line[2:4] for line in lines] == [["resolution", "S/RES/2254(2015)"], ["statement", "S/PRST/2015/10"]]
    for start, end, _, _, text in lines:
        assert " ".join(ENGLISH[int(start) : int(end)].split()) == text


def test_cite_lists_only_the_kinds_asked_for(stdin, capsys):
    stdin(ENGLISH)
    assert main(["cite", "-", "--kind", "statement", "--kind", "organ"]) == 0
    assert {line.split("\t")[2] for line in capsys.readouterr().out.splitlines()} <= {"statement", "organ"}


def test_cite_heeds_language_and_issuer(stdin, capsys):
    stdin("sa résolution 46/22")
    assert main(["cite", "-", "--language", "fr", "--issuer", "A/HRC"]) == 0
    targets = [line.split("\t")[3] for line in capsys.readouterr().out.splitlines()]
    assert targets == ["A/HRC/RES/46/22"]


def test_cite_writes_utf8_into_a_pipe(tmp_path):
    letter = tmp_path / "письмо.txt"
    letter.write_text("резолюция Совета Безопасности", encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}  # as on a machine set to one script
    command = [sys.executable, "-m", "unanalysis", "cite", str(letter), "--kind", "organ"]
    out = subprocess.run(command, capture_output=True, env=environment, check=True).stdout.decode("utf-8")
    assert out == "10\t29\torgan\tS\tСовета Безопасности\n"


# tables


def test_tables_writes_five_tables_and_a_summary(specimens, tmp_path, capsys):
    assert main(["tables", str(specimens), "-o", str(tmp_path / "out")]) == 0
    captured = capsys.readouterr()
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert {f"{table}.csv" for table in ("documents", "letters", "parties", "mentions", "problems")} <= written
    assert "letters" in captured.out
    assert captured.err == ""  # no progress bar in a pipe


def test_tables_without_a_letter_says_so(tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    assert main(["tables", str(tmp_path / "empty"), "-o", str(tmp_path / "out")]) == 1
    assert "Hint:" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_file_that_cannot_be_read_is_counted_and_stops_nothing(specimens, tmp_path, capsys):
    (tmp_path / "letters").mkdir()
    shutil.copy(specimens / "en-S-2017-9320.txt", tmp_path / "letters")
    (tmp_path / "letters" / "broken.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    assert main(["tables", str(tmp_path / "letters"), "-o", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().err == "unanalysis: 1 document could not be read; the table of problems says why.\n"
    assert "broken" in (tmp_path / "out" / "problems.csv").read_text(encoding="utf-8")


# graph


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_graph_writes_every_kind(specimens, tmp_path, capsys, kind):
    letters = [str(specimens / name) for name in ("en-S-2017-9320.txt", "en-S-2019-9101.txt")]
    file = tmp_path / f"{kind}.graphml"
    assert main(["graph", *letters, "-o", str(file), "--kind", kind]) == 0
    nodes = networkx.read_graphml(file).number_of_nodes()
    assert re.fullmatch(rf"{nodes} nodes, \d+ edges: {re.escape(str(file))}\n", capsys.readouterr().out)


def test_the_kinds_of_the_shell_are_all_the_graphs_there_are():
    graphs = {name for name in dir(unanalysis) if name.endswith("_graph")} - {"write_graph", "plot_graph"}
    assert graphs == set(KINDS.values())


def test_a_graph_of_no_known_format_is_refused(specimens, tmp_path, capsys):
    assert main(["graph", str(specimens / "en-S-2017-9320.txt"), "-o", str(tmp_path / "x.docx")]) == 1
    assert "Hint:" in capsys.readouterr().err


# parse


def test_parse_shows_a_specimen(specimens, capsys):
    assert main(["parse", str(specimens / "en-S-2017-9320.txt")]) == 0
    shown = capsys.readouterr().out
    assert "S/2017/9320" in shown
    assert "\x1b" not in shown  # colours are for terminals


TITLE, SENDER, CITATION = "رسالة من الممثل الدائم.", "الممثل الدائم", "القرار 2254 (2015)"
TEXT = f"{TITLE}\nأشير إلى {CITATION}.\x1b[31m"


def span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


SOURCE = Source("letters/S_2020_764.txt", "text", "", TEXT)
LETTER = Letter(
    letter_id="",
    work_id="",
    parent_id=None,
    part="letter",
    label=None,
    form="letter",
    language="ar",
    original_language=None,
    symbol="S/2020/764",
    organ="S",
    date=datetime.date(2020, 8, 3),
    date_text=None,
    issued=None,
    place=None,
    session=None,
    agenda_items=(),
    title=TITLE,
    start=0,
    end=len(TEXT),
    parties=(Party("sender", "SYR", "state", "PR", None, SENDER, *span(SENDER)),),
    mentions=(Mention("resolution", "S/RES/2254(2015)", CITATION, *span(CITATION)),),
)


def shown(width: int = 80, *, terminal: bool) -> str:
    out = io.StringIO()
    colours = "standard" if terminal else None
    console = Console(file=out, force_terminal=terminal, width=width, highlight=False, color_system=colours)
    show_reading(console, Reading(SOURCE, (LETTER,), (Problem("scan", "warning", "The text may be garbled."),)))
    return out.getvalue()


def test_a_pipe_gets_facts_and_text_as_they_are():
    assert shown(width=20, terminal=False).splitlines() == [
        "S_2020_764: letter, ar",
        "  symbol            S/2020/764",
        "  organ             S",
        "  date              2020-08-03",
        "  title             رسالة من الممثل الدائم.",
        "  from              PR · SYR",
        "  resolutions       S/RES/2254(2015)",
        "",
        "رسالة من الممثل الدائم.",
        "أشير إلى القرار 2254 (2015).\N{REPLACEMENT CHARACTER}[31m",
        "",
        "  warning           The text may be garbled.",
    ]


def test_a_terminal_isolates_what_runs_from_right_to_left():
    lines = shown(width=38, terminal=True).splitlines()
    for line in lines:
        letters_of_arabic = any("\u0600" <= character <= "\u06ff" for character in line)
        assert (line.count("\u2068"), line.count("\u2069")) == ((1, 1) if letters_of_arabic else (0, 0))
    title = [line for line in lines if "\u2068" in line][:2]  # it is too long for one line: both begin below each other
    assert [re.sub(r"\x1b\[[\d;]*m", "", line).index("\u2068") for line in title] == [20, 20]


def test_a_hostile_text_does_not_steer_the_terminal():
    assert "\x1b[31m" not in shown(terminal=True)


def test_findings_are_coloured_in_the_text():
    assert f"\x1b[1;32m{CITATION}\x1b[0m" in shown(terminal=True)
    assert f"\x1b[1;35m{SENDER}\x1b[0m" in shown(terminal=True)
