"""A file is what its bytes say it is."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.files.examining import ENDINGS, LARGEST, announced, examined, received
from bot.ports import AboutFile
from dialogs.events import Fault, Sort
from dialogs.limits import LONGEST_FILE_NAME
from tests.attachments import JPEG, KEPT, PDF, REFUSED, VIDEO


@pytest.mark.parametrize("mime", KEPT)
def test_what_a_case_needs_is_known_by_its_bytes_whatever_it_is_called(mime: str) -> None:
    found = examined("virus.exe", KEPT[mime])

    assert isinstance(found, AboutFile)
    assert found.mime == mime
    assert mime in ENDINGS
    assert (found.size, found.sha256) == (
        len(KEPT[mime]),
        hashlib.sha256(KEPT[mime]).hexdigest(),
    )


@pytest.mark.parametrize("what", REFUSED)
def test_nothing_that_runs_is_kept_whatever_it_is_called(what: str) -> None:
    assert examined("foto.jpg", REFUSED[what]) is Fault.SOORT


def test_a_video_is_called_by_its_name() -> None:
    assert examined("foto.jpg", VIDEO) is Fault.VIDEO


def test_nothing_at_all_is_told_apart() -> None:
    assert examined("foto.jpg", b"") is Fault.LEEG


def test_the_bound_holds_to_the_byte() -> None:
    assert isinstance(examined("a", JPEG.ljust(LARGEST, b"\0")), AboutFile)
    assert examined("a", JPEG.ljust(LARGEST + 1, b"\0")) is Fault.TE_GROOT


@pytest.mark.parametrize(
    ("mime", "sort"),
    [("image/jpeg", Sort.FOTO), ("application/pdf", Sort.DOCUMENT), ("audio/ogg", Sort.SPRAAK)],
)
def test_a_reader_is_told_what_sort_it_is(mime: str, sort: Sort) -> None:
    act, file = received("a", KEPT[mime])

    assert file is not None
    assert (act.sort, act.file, act.fault) == (sort, file.id, None)


@given(st.binary(max_size=200), st.text(max_size=300))
def test_any_bytes_under_any_name_are_kept_or_kindly_refused(content: bytes, name: str) -> None:
    act, file = received(name, content)

    assert (file is None) == (act.fault is not None)
    assert len(act.name) <= LONGEST_FILE_NAME
    assert "\n" not in act.name
    assert "/" not in act.name


@given(st.sampled_from(sorted(KEPT)), st.binary(max_size=200))
def test_any_bytes_behind_a_good_beginning_are_survived(mime: str, content: bytes) -> None:
    received("a", KEPT[mime][:12] + content)


def test_a_name_never_brings_a_folder_along() -> None:
    act, _ = received("C:\\Users\\Sanne\\brief.pdf", PDF)
    assert act.name == "brief.pdf"

    act, _ = received("../../etc/passwd", PDF)
    assert act.name == "passwd"


@pytest.mark.parametrize(
    ("mime", "size", "fault"),
    [
        ("image/jpeg", LARGEST, None),
        ("", None, None),
        ("application/octet-stream", 1, None),
        ("image/jpeg", LARGEST + 1, Fault.TE_GROOT),
        ("video/mp4", 1, Fault.VIDEO),
        ("application/zip", 1, Fault.SOORT),
        ("text/html", 1, Fault.SOORT),
    ],
)
def test_what_its_channel_says_of_a_file_can_only_turn_it_down(
    mime: str, size: int | None, fault: Fault | None
) -> None:
    about = AboutFile(name="a", sort=Sort.FOTO, mime=mime, size=size)

    act, file = announced(about, "source")

    assert act.fault is fault
    assert (file is None) == (fault is not None)
    assert file is None or file.source == "source"


def test_two_files_never_share_an_id() -> None:
    ids = {act.file for act, _ in (received("a", JPEG) for _ in range(50))}

    assert len(ids) == 50
