"""The summary: what was read, from when to when, and what stands out, in sentences."""

from __future__ import annotations

from collections import Counter
from statistics import median

from unanalysis.report.exchanges import lags
from unanalysis.report.material import Material

_NAMED = 3  # how many senders, organs and resolutions a sentence names


def sentences(material: Material) -> list[str]:
    """The sentences of the summary; those that would say nothing are left out."""
    corpus, say = material.corpus, material.say
    files = len(corpus.documents)
    if not len(material):
        return [say("files", n=files) + ".", say("nothing"), *_doubts(material)]
    told = [_read(material, files), *_time(material)]
    for key, values, name in (
        ("senders", material.senders, material.name),
        ("organs", material.organs, material.name),
        ("cited", material.resolutions, str),
    ):
        most = material.most(values)
        if most:
            named = [f"{name(value)} ({say.written(count)})" for value, count in most[:_NAMED]]
            told.append(say(key, n=len(most), names=say.listed(named)))
    return [*told, *_answers(material), *_doubts(material)]


def _read(material: Material, files: int) -> str:
    corpus, say = material.corpus, material.say
    letters, given = say("letters", n=len(material)), say("files", n=files)
    versions = len(corpus.letters)
    counts = Counter(corpus.letters["language"].dropna().tolist())
    languages = [
        f"{say.of('languages', code)} {say.written(count)}"
        for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    said: dict[str, object] = {"n": files, "files": given, "letters": letters}
    if versions == len(material) and len(counts) < 2:
        sentence = say("read", **said)
    else:
        sentence = say("read_versions", **said, versions=say("versions", n=versions), languages=", ".join(languages))
    annexed = len(set(material.works.numbers(corpus.letters["letter_id"][corpus.letters["parent_id"].notna()])))
    return f"{sentence} {say('annexed', n=annexed)}" if annexed else sentence


def _time(material: Material) -> list[str]:
    say = material.say
    known = sorted(date for date in material.dates if date)
    told = []
    if known:
        first, last = known[0], known[-1]
        told.append(say("one_day", first=first) if first == last else say("period", first=first, last=last))
        years = Counter(date.year for date in known)
        if len(years) > 1:
            year, count = min(years.items(), key=lambda item: (-item[1], item[0]))
            if list(years.values()).count(count) == 1:  # of several such years none stands out
                told.append(say("busiest", n=count, year=str(year)))
    undated = len(material) - len(known)
    return [*told, say("undated", n=undated)] if undated else told


def _answers(material: Material) -> list[str]:
    say, found = material.say, lags(material)
    if not found:
        return []
    days = [lag for lag in found if lag is not None]
    if not days:
        return [say("answered_undated", n=len(found))]
    return [say("answered", n=len(found), lag=say("days", n=round(median(days))))]


def _doubts(material: Material) -> list[str]:
    corpus, say = material.corpus, material.say
    silent = int((~corpus.documents["document_id"].isin(corpus.letters["document_id"])).sum())
    told = [say("unread", n=silent)] if silent else []
    return [*told, say("doubts", n=len(corpus.problems))] if len(corpus.problems) else told
