"""What goes in and what comes out."""

import dataclasses
import datetime
import gzip
import logging
import pickle
import uuid
from typing import Any, Dict, List

import pytest

import mujaz
from conftest import SENTENCES, article

TEXT = " ".join(SENTENCES)
PAGE = "<html><head><title>جسر</title></head><body><article><h1>افتتاح جسر جديد</h1>{}</article></body></html>".format(
    "".join(f"<p>{sentence} {sentence}</p>" for sentence in SENTENCES)
)


@pytest.mark.parametrize("count", [0, 1, 2, 2000])
@pytest.mark.parametrize("command", [mujaz.brief, mujaz.quotes, mujaz.segment])
def test_every_article_is_answered_in_its_place(command: Any, count: int) -> None:
    assert [answer.id for answer in command(article(number) for number in range(count))] == list(range(count))


@pytest.mark.parametrize("jobs", [1, 2, 7])
def test_the_answers_are_those_of_one_at_a_time(articles: List[Dict[str, Any]], jobs: int) -> None:
    together = list(mujaz.brief(articles[:50], jobs=jobs))
    assert together == [next(mujaz.brief([one])) for one in articles[:50]]


def test_a_brief_has_its_parts(articles: List[Dict[str, Any]]) -> None:
    brief = next(mujaz.brief([{**articles[7], "date": datetime.date(2026, 11, 30), "site": "المدينة"}], explain=True))
    assert (brief.id, brief.date, brief.site, brief.author) == (7, "2026-11-30", "المدينة", None)
    assert brief.sentences[0].kept[0].start >= brief.sentences[0].start
    assert brief.ranking and brief.ranking[0].choice == "lead"
    raw = articles[7]["text"].encode()
    assert [raw[one.start : one.end].decode() for one in brief.sentences] == [one.text for one in brief.sentences]


def test_answers_are_dataclasses(articles: List[Dict[str, Any]]) -> None:
    brief = next(mujaz.brief(articles))
    assert pickle.loads(pickle.dumps(brief)) == brief
    assert dataclasses.asdict(brief)["sentences"][0]["kept"][0].keys() == {"start", "end"}
    assert dataclasses.replace(brief, brief="نص").sentences is brief.sentences
    assert "ranking=None" in repr(brief)


def test_the_quotations_have_their_speakers() -> None:
    quote = next(mujaz.quotes([TEXT], context=2)).quotes[-1]
    assert quote.canonical == "سامر الخطيب"
    assert quote.speaker and quote.speaker.role == "رئيس البلدية"
    assert quote.before


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\n\n\n", "سطر.\nسطر ثان.\r\nسطر ثالث.\u2028سطر رابع.", "\0", '"}\n{"id":3}', "\U0001f600 نص"]
)
def test_a_text_of_any_characters_is_one_article(parser: Any, text: str) -> None:
    answers = list(parser.segment([text, TEXT, text]))
    assert len(answers) == 3
    assert answers[1].segments[0].text == SENTENCES[0]
    assert answers[0].segments == answers[2].segments


@pytest.mark.parametrize(
    ("record", "code", "id"),
    [
        ({"id": 1}, "no_text", 1),
        ({"id": "x", "text": None}, "no_text", "x"),
        ({"id": 2.5, "text": 7}, "no_text", 2.5),
        ({"id": 4, "text": float("nan")}, "no_text", 4),
        ({}, "no_text", None),
        (None, "not_an_object", None),
        (7, "not_an_object", None),
        ([TEXT], "not_an_object", None),
        (float("nan"), "not_an_object", None),
        (float("inf"), "not_an_object", None),
        ([float("nan")], "not_an_object", None),
        (2.5, "not_an_object", None),
        ({"id": 3, "text": "نص \ud800 نص"}, "bad_record", 3),
        ("\udfff", "bad_record", None),
        ({"id": 3, "text": b"bytes"}, "bad_record", 3),
        ({"id": 3, "text": object()}, "bad_record", 3),
        (b"bytes", "bad_record", None),
        ({"id": [1], "text": TEXT}, "bad_id", None),
    ],
)
def test_a_bad_record_is_an_error_in_its_place(parser: Any, record: Any, code: str, id: Any) -> None:
    answers = list(parser.brief([{"id": "a", "text": TEXT}, record, {"id": "b", "text": TEXT}], on_error="record"))
    assert [answer.id for answer in answers] == ["a", id, "b"]
    assert answers[1].error.code == code
    assert answers[1].error.message
    assert [answer.id for answer in parser.brief([record, {"id": "b", "text": TEXT}], on_error="skip")] == ["b"]
    with pytest.raises(mujaz.BadRecord, match=code) as raised:
        list(parser.brief([TEXT, record]))
    assert (raised.value.place, raised.value.error.id) == (1, id)


@pytest.mark.parametrize("command", [mujaz.brief, mujaz.text])
def test_what_is_skipped_is_told_to_the_logger(command: Any, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "mujaz"):
        answers = list(command([{"id": "a", "text": TEXT}, {"id": "b"}, {"id": 3, "text": TEXT}, {"text": b"\0"}], on_error="skip"))
    assert [answer.id for answer in answers] == ["a", 3]
    told = [(record.name, record.levelname, record.getMessage()) for record in caplog.records]
    assert [one[:2] for one in told] == [("mujaz", "WARNING")] * 2
    assert told[0][2].startswith("articles[1] (id 'b'): no_text: ")
    assert told[1][2].startswith("articles[3] (id None): ")


def test_an_error_has_its_line() -> None:
    errors = [answer.error for answer in mujaz.brief([{}, TEXT, {}], on_error="record") if isinstance(answer, mujaz.Error)]
    assert [error.line for error in errors] == [1, 3]


class NAType:
    """An empty cell of pandas, which is not installed for these tests."""


def test_an_empty_cell_is_null(parser: Any) -> None:
    answers = list(parser.brief([NAType(), {"id": NAType(), "text": TEXT}, {"id": 3, "text": NAType()}], on_error="record"))
    assert [answer.error.code for answer in answers if isinstance(answer, mujaz.Error)] == ["not_an_object", "no_text"]
    assert answers[1].id is None
    assert next(parser.text([NAType()], on_error="record")).error.code == "no_text"


def test_only_what_the_command_reads_is_sent(parser: Any) -> None:
    record = {"id": uuid.UUID(int=7), "text": TEXT, "title": float("nan"), "picture": b"\xff", "when": object()}
    assert next(parser.brief([record])).id == "00000000-0000-0000-0000-000000000007"


def test_members_have_the_names_that_are_told() -> None:
    record = {"key": 5, "body": TEXT, "head": "جسر جديد", "text": "غير هذا"}
    answer = next(mujaz.brief([record], text_field="body", id_field="key", title_field="head"))
    assert (answer.id, answer.title) == (5, "جسر جديد")
    assert answer.brief.startswith(SENTENCES[0][:10])
    assert next(mujaz.segment([TEXT], text_field="body")).segments


def test_pages_come_as_bytes_with_their_ids() -> None:
    pages: List[Any] = [
        PAGE.encode(), {"id": "w", "text": PAGE.encode("windows-1256")}, b"", {"id": 3, "text": None},
        {"id": 4, "text": memoryview(PAGE.encode())}, PAGE,
    ]
    answers = list(mujaz.text(pages, on_error="record"))
    assert [answer.id for answer in answers] == [None, "w", None, 3, 4, None]
    codes = [answer.error.code for answer in answers if isinstance(answer, mujaz.Error)]
    assert codes == ["empty_input", "no_text"]
    clean = [answer for answer in answers if isinstance(answer, mujaz.Text)]
    assert {answer.title for answer in clean} == {"افتتاح جسر جديد"}
    assert len({tuple(answer.paragraphs) for answer in clean}) == 1
    assert [answer.encoding for answer in clean][1] == "windows-1256"


@pytest.mark.parametrize("nothing", [None, float("nan"), {"id": 7}, {"id": 7, "text": float("nan")}])
def test_a_cell_without_a_document_is_told_as_that(nothing: Any) -> None:
    with pytest.raises(mujaz.BadRecord, match=r"articles\[1\] .*no_text: no document: (None|nan)"):
        list(mujaz.text([PAGE, nothing]))


def test_a_document_that_is_cut_off_is_an_error_in_its_place() -> None:
    cut = gzip.compress(PAGE.encode())[:-20]
    answers = list(mujaz.text([PAGE, {"id": 2, "text": cut}, PAGE, cut], on_error="record"))
    assert [isinstance(answer, mujaz.Error) for answer in answers] == [False, True, False, True]
    assert answers[1].id == 2
    with pytest.raises(mujaz.ProcessError, match="max-errors"):
        list(mujaz.text([PAGE, cut, cut], on_error="record", max_errors=1))


def test_more_documents_than_may_be_open() -> None:
    answers = mujaz.text(({"id": number, "text": PAGE.encode()} for number in range(700)))
    assert [answer.id for answer in answers] == list(range(700))


@pytest.mark.parametrize(("input", "document"), [
    ("text", TEXT.encode()),
    ("text", TEXT),
    ("mail", f"From: a@b.example\r\nSubject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{TEXT}".encode()),
    ("subtitles", f"1\n00:00:01,000 --> 00:00:04,000\n{TEXT}\n".encode()),
])
def test_documents_of_other_kinds(input: Any, document: Any) -> None:
    assert SENTENCES[3] in " ".join(next(mujaz.text([document], input=input)).paragraphs)
    assert next(mujaz.brief([{"id": 1, "text": document}], input=input)).id == 1


def test_text_takes_records_too() -> None:
    assert next(mujaz.text([{"id": 1, "text": TEXT}], input="jsonl")).paragraphs == [TEXT]
