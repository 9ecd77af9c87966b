"""Status from hand-made trees, one construction each."""

from __future__ import annotations

import pytest

from jalur import events
from trees import tree

CASES = {
    "a month is no auxiliary": (
        "en",
        "CONSULT",
        "happened",
        """
        Oslo PROPN 5 nsubj
        on ADP 4 case
        5 NUM 4 nummod
        May PROPN 5 obl
        met VERB 0 root
        Lima PROPN 5 obj""",
    ),
    "an auxiliary above the governor": (
        "en",
        "THREATEN",
        "happened",
        """
        Israel PROPN 3 nsubj
        will AUX 3 aux
        continue VERB 0 root
        to PART 5 mark
        bomb VERB 3 xcomp
        Rafah PROPN 5 obj""",
    ),
    "a saying that will go on is made": (
        "en",
        "REQUEST",
        "happened",
        """
        Oslo PROPN 3 nsubj
        will AUX 3 aux
        continue VERB 0 root
        to PART 5 mark
        urge VERB 3 xcomp
        Lima PROPN 5 obj""",
    ),
    "talks that will be held": (
        "en",
        "CONSULT",
        "planned",
        """
        Oslo PROPN 2 nsubj
        welcomed VERB 0 root
        talks NOUN 2 obj
        that PRON 7 nsubj:pass
        will AUX 7 aux
        be AUX 7 aux:pass
        held VERB 3 acl:relcl""",
    ),
    "the aim of a journey to come": (
        "id",
        "CONSULT",
        "planned",
        """
        Menlu NOUN 3 nsubj
        akan AUX 3 aux
        bertolak VERB 0 root
        untuk SCONJ 5 mark
        bertemu VERB 3 advcl
        Presiden PROPN 5 obj""",
    ),
    "a clause of time is told for itself": (
        "id",
        "COERCE",
        "happened",
        """
        Sejak SCONJ 3 mark
        aktivis NOUN 3 nsubj:pass
        ditangkap VERB 5 advcl
        KJRI PROPN 5 nsubj
        mengupayakan VERB 0 root
        perlindungan NOUN 5 obj""",
    ),
    "a refused request was made": (
        "id",
        "REQUEST",
        "happened",
        """
        Zuma PROPN 2 nsubj
        menolak VERB 0 root
        desakan NOUN 2 obj
        mundur VERB 3 acl
        dari ADP 6 case
        partai NOUN 3 nmod""",
    ),
    "what governs an infinitive, whatever the tree makes of it": (
        "en",
        "CONSULT",
        "planned",
        """
        sides NOUN 5 nsubj
        are AUX 5 cop
        due ADJ 5 mark
        to PART 5 mark
        reconvene VERB 0 root""",
    ),
    "talks that came to nothing were held": (
        "id",
        "CONSULT",
        "happened",
        """
        perundingan NOUN 2 nsubj
        gagal VERB 0 root
        menghasilkan VERB 2 xcomp
        kesepakatan NOUN 3 obj""",
    ),
    "talks that came to no holding were not": (
        "id",
        "CONSULT",
        "denied",
        """
        perundingan NOUN 2 nsubj
        gagal VERB 0 root
        digelar VERB 2 xcomp""",
    ),
    "negation of another predicate": (
        "id",
        "COERCE",
        "happened",
        """
        upaya NOUN 2 nsubj
        gagal VERB 0 root
        dan CCONJ 5 cc
        aktivis NOUN 5 nsubj:pass
        ditangkap VERB 2 conj""",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_status_of_a_construction(name: str) -> None:
    language, type_, status, rows = CASES[name]
    told = [m for m in events.find(tree(rows, language)) if m.type == type_]
    assert told, [m.type for m in events.find(tree(rows, language))]
    assert told[0].status == status, told[0].reasons
