"""The words that an address may have: what each means, which values it takes.

Pages read them and the description of the interface tells them from here, so that neither can say
what the other does not know.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from jalur.views.record.options import STATUSES, TYPES
from jalur.views.web.drawing.world import REGIONS
from jalur.views.web.language import LANGUAGES

Json = dict[str, Any]

DEEPEST = 2_000
"""Pages that can be turned to; beyond them a filter is the better way."""

STATES = ("exploring", "active", "stalled", "suspended", "collapsed", "concluded")
LANES = ("venue", "mediator")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of an address: free text, a day, one of some `choices`, or a number."""

    about: str
    choices: Sequence[str] = ()
    day: bool = False
    numbers: tuple[int, int] | None = None

    @property
    def schema(self) -> Json:
        """The values that it takes, as JSON Schema; an empty word asks for nothing."""
        if self.numbers:
            least, most = self.numbers
            return {"type": "integer", "minimum": least, "maximum": most}
        if self.choices:
            return {"type": "string", "enum": ["", *self.choices]}
        if self.day:
            return {"type": "string", "anyOf": [{"format": "date"}, {"enum": [""]}]}
        return {"type": "string"}


WORDS: dict[str, Word] = {
    "q": Word("Words that a report has, in any form and either language."),
    "type": Word("The type of the events.", choices=TYPES),
    "status": Word("The status of the events.", choices=STATUSES),
    "actor": Word("The code of somebody who acts."),
    "recipient": Word("The code of somebody to whom it is done."),
    "place": Word("The name of a place, or the code of a state."),
    "process": Word("The id of the talks that the events are part of."),
    "between": Word("The id of some talks: events that one side of them does to another."),
    "source": Word("The code of a source, or a part of its name."),
    "outlet": Word("The name of an outlet."),
    "since": Word("From this day on; on the front page also a moment.", day=True),
    "until": Word("Up to this day.", day=True),
    "year": Word("The year of the events.", numbers=(1, 9999)),
    "page": Word("Which page of a list.", numbers=(1, DEEPEST)),
    "part": Word("Which part of a long text.", numbers=(1, 10_000)),
    "at": Word("The part of a long text that has this character.", numbers=(0, 10**9)),
    "report": Word("Which report of several that were read.", numbers=(1, 20)),
    "days": Word("Days that a brief tells of.", numbers=(1, 366)),
    "state": Word("The state of the talks.", choices=STATES),
    "lanes": Word("What the lanes of the track are.", choices=LANES),
    "region": Word("The part of the world that is drawn.", choices=tuple(REGIONS)),
    "disputed": Word("Only what is disputed.", choices=("1",)),
    "lang": Word(f"The language of names: {' or '.join(LANGUAGES)}; any other is passed over."),
}
LISTING = (
    *("type", "status", "actor", "recipient", "place", "process", "source", "outlet"),
    *("since", "until"),
)
"""The words that narrow a list of events."""
