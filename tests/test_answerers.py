"""Who answers for an event, in reports of several paragraphs, and through which outlets."""

from __future__ import annotations

from datetime import date

import pytest

from jalur.knowledge.media import find_outlet
from jalur.model import Claim, Report, Span
from jalur.pipeline import understand


def read(language: str, text: str) -> tuple[Claim, ...]:
    body, at = [], 0
    for paragraph in text.split("\n"):
        body.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 1
    day = date(2024, 2, 24)
    report = Report("case", text, language, outlet="Harian Uji", published=day, body=tuple(body))
    return understand(report).events


def only(language: str, text: str, kind: str) -> Claim:
    found = [e for e in read(language, text) if e.type == kind]
    assert found, [e.type for e in read(language, text)]
    return found[0]


LEADS = [
    ("Tentara Kenya menyerang dua desa di perbatasan Somalia.", {"KEN"}),
    ("Presiden Somalia tiba di ibu kota Kenya setelah serangan Kenya ke Somalia.", {None}),
]


@pytest.mark.parametrize(("lead", "codes"), LEADS)
def test_a_lead_sums_up_in_its_main_clause_what_its_first_source_tells(
    lead: str, codes: set[str | None]
) -> None:
    text = lead + "\nSituasi sudah terkendali, kata juru bicara militer Kenya Peter Otieno."
    assert {s.code for s in only("id", text, "ASSAULT").sources} == codes


SPOKEN = [
    ("id", "China mendesak Taiwan menghentikan latihan itu.", "CHN"),
    ("id", "China kerap mendesak Taiwan menghentikan latihan itu.", None),
    ("en", "China urged Taiwan to stop the drills.", "CHN"),
    ("en", "China repeatedly urged Taiwan to stop the drills.", None),
]


@pytest.mark.parametrize(("language", "text", "code"), SPOKEN)
def test_a_habit_conveys_nobodys_words(language: str, text: str, code: str | None) -> None:
    assert [s.code for s in only(language, text, "REQUEST").sources] == [code]


def test_an_outlet_named_late_is_not_what_the_report_follows() -> None:
    first = "Polisi Kenya menangkap tiga warga Somalia, kata juru bicara polisi Peter Otieno."
    other = "Cuaca di Nairobi cerah sepanjang hari."
    relay = "Seperti dilansir Reuters, harga beras di Somalia naik."
    early = only("id", "\n".join([first, relay, other, other]), "COERCE")
    late = only("id", "\n".join([first, other, other, other, relay]), "COERCE")
    assert [s.via for s in early.sources] == [("Reuters",)]
    assert [s.via for s in late.sources] == [()]


def test_offices_without_a_state_are_of_the_readers_own() -> None:
    text = (
        "Myanmar menahan empat kapal nelayan Myanmar di perairan Myanmar dekat Bangladesh.\n"
        "Presiden Joko Widodo melepas bantuan Indonesia di Jakarta. Menteri Sosial mengatakan "
        "Myanmar menahan dua relawan Bangladesh."
    )
    codes = {s.code for e in read("id", text) for s in e.sources if s.kind == "named"}
    assert codes == {"IDN"}


def test_nameless_officials_are_of_the_state_spoken_of_where_they_stand() -> None:
    text = (
        "Junta Niger menahan Presiden Mohamed Bazoum, dan pemimpin militer Niger menutup "
        "perbatasan dengan Nigeria. Parlemen Niger dibubarkan.\n"
        "Polisi menembakkan gas air mata ke arah pendukung Bazoum di Zinder, Niger.\n"
        "Di Jakarta, Kementerian Luar Negeri memantau WNI."
    )
    assert {a.code for a in only("id", text, "ASSAULT").actors} == {"NER"}


def test_a_police_rank_is_no_outlet() -> None:
    assert find_outlet("AKP") is None
    text = "Polisi menahan dua warga Filipina di Cilacap, kata Kepala Polres Cilacap AKP Sumanto."
    assert {s.code for s in only("id", text, "COERCE").sources} == {"IDN"}


HEARD = [
    ("en", "Russian news agencies, citing the defence ministry, said Ukraine attacked Kursk.",
     "named", "the defence ministry", ("Russian news agencies",)),
    ("en", "A Syrian army spokesman, quoted by Anadolu, said Israel had attacked Homs.",
     "named", "A Syrian army spokesman", ("Anadolu",)),
    ("en", "Israel attacked Homs overnight, according to the state-run RSS.",
     "outlet", "the state-run RSS", ()),
    ("id", "Lansiran Al Jazeera, Israel menyerang Homs.", "outlet", "Al Jazeera", ()),
    ("id", "Seorang pejabat Suriah yang dikutip Reuters mengatakan Israel menyerang Homs.",
     "anonymous", "Seorang pejabat Suriah", ("Reuters",)),
    ("en", "Omar Bashir told the Halab news agency on Friday that Israel had attacked Homs.",
     "named", "Omar Bashir", ("Halab",)),
    ("id", "Omar Bashir mengatakan kepada kantor berita Halab bahwa Israel menyerang Homs.",
     "named", "Omar Bashir", ("Halab",)),
    ("id", "Penyerangan Israel ke Suriah itu diumumkan oleh serikat buruh Suriah.",
     "named", "serikat buruh Suriah", ()),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "kind", "name", "via"), HEARD)
def test_who_is_heard_and_through_whom(
    language: str, text: str, kind: str, name: str, via: tuple[str, ...]
) -> None:
    (source,) = only(language, text, "ASSAULT").sources
    who = source.who.cut(text) if source.who else source.name
    assert (source.kind, who, source.via) == (kind, name, via)


def test_a_speaker_is_named_short_of_the_sentence_that_goes_on() -> None:
    text = "Kedua warga Filipina itu, kata Sunaryo ditangkap petugas imigrasi Indonesia."
    (source,) = only("id", text, "COERCE").sources
    assert (source.kind, source.name) == ("named", "Sunaryo")


def test_a_clause_set_apart_is_the_reports_own() -> None:
    spoken = "Menteri Luar Negeri Kenya Raila Kamau mengatakan"
    own = f"{spoken} Kenya akan membangun kembali Garissa, yang diserang tentara Somalia pada 2015."
    told = f"{spoken} Kenya diserang tentara Somalia pada 2015."
    assert [s.code for s in only("id", own, "ASSAULT").sources] == [None]
    assert [s.code for s in only("id", told, "ASSAULT").sources] == ["KEN"]


def test_he_is_the_subject_of_the_clause_above() -> None:
    text = (
        "An army spokesman, Omar Bashir, denied the report.\n"
        "Jan Pronk condemned Chad for what he called an attack on Sudan. "
        "The camp remained closed, he said."
    )
    codes = {s.name for e in read("en", text) if e.type == "ACCUSE" for s in e.sources}
    assert codes == {"Jan Pronk"}


def test_an_agency_that_denies_on_somebodys_word_hands_the_denial_on() -> None:
    text = "State news agency SANA, citing a military source, denied that Israel had attacked Homs."
    (source,) = only("en", text, "ASSAULT").sources
    assert (source.stance, source.via) == ("denies", ("SANA",))
