"""The conversation as a graph and as data, drawn from the same declaration that is played."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pydantic import JsonValue

from dialogs.asking import label_key, options
from dialogs.conditions import Always, Condition
from dialogs.flow import Flow
from dialogs.inspection.described import Described, Words
from dialogs.questions import Explanation, Item, Option, Question, Repeat

_START, _END = "start", "controle"


def mermaid(flow: Flow, words: Words) -> str:
    """Return the whole conversation as a Mermaid flowchart."""
    drawing = _Drawing(Described(flow, words), words)
    drawing.node(_START, "([{}])", words("schema.begin"))
    drawing.after(_START)
    for run in _runs(flow.items):
        drawing.run(run)
    drawing.node(_END, "([{}])", words("schema.einde"))
    drawing.arrive(_END)
    return "\n".join(("flowchart TD", *drawing.lines, ""))


def data(flow: Flow, words: Words) -> dict[str, JsonValue]:
    """Return the whole conversation as JSON: every item, with its condition and its texts."""
    described = Described(flow, words)
    items: list[JsonValue] = [_item(item, described, words) for item in flow.items]
    return {"naam": flow.name, "versie": flow.version, "onderdelen": items}


# --- the graph -----------------------------------------------------------------------------------


def _runs(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Yield the items together that follow one another under the same condition."""
    run: list[Item] = []
    for item in items:
        if run and (_asked_when(item) != _asked_when(run[-1]) or isinstance(item, Repeat)):
            yield run
            run = []
        run.append(item)
        if isinstance(item, Repeat):
            yield run
            run = []
    if run:
        yield run


@dataclass
class _Drawing:
    """Lines of the chart, and the loose ends that lead to whatever is drawn next."""

    described: Described
    words: Words
    lines: list[str] = field(default_factory=list)
    ends: list[tuple[str, str]] = field(default_factory=list)

    def run(self, run: list[Item]) -> None:
        """Draw items with one condition: a diamond before them, and a way past it."""
        phrase = self.described(_asked_when(run[0]))
        past: list[tuple[str, str]] = []
        if phrase:
            gate = f"als_{_name(run[0])}"
            self.node(gate, "{{{{{}}}}}", phrase)
            self.arrive(gate)
            self.after(gate, self.words("optie.ja"))
            past = [(gate, self.words("optie.nee"))]
        for item in run:
            self._item(item)
        self.ends += past

    def _item(self, item: Item) -> None:
        if isinstance(item, Repeat):
            self._repeat(item)
            return
        shape = "[{}]" if isinstance(item, Question) else "[/{}/]"
        self.node(item.id, shape, self._title(item))
        self.arrive(item.id)
        self.after(item.id)

    def _repeat(self, repeat: Repeat) -> None:
        """Draw a list: its questions in a circle, with the question for another as the door."""
        more = repeat.more.id
        self.node(more, "{{{}}}", self._title(repeat.more))
        begins = self.described(repeat.first)
        if begins:
            first = list(self.ends)
            self.arrive(more)
            self.ends = [*first, (more, self.words("optie.ja"))]
        else:
            self.arrive(more)
            self.ends = [(more, self.words("optie.ja"))]
        for run in _runs(repeat.items):
            self.run(run)
        self.arrive(more)
        self.ends = [(more, self.words("optie.nee"))]

    def _title(self, item: Question | Explanation) -> str:
        if isinstance(item, Explanation):
            return f"{item.id}"
        return f"{self.words(f'vraag.{item.id}.kort', index=None)}"

    def node(self, name: str, shape: str, title: str) -> None:
        """Draw one box."""
        quoted = '"' + title.replace('"', "'") + '"'
        self.lines.append(f"    {name}{shape.format(quoted)}")

    def arrive(self, name: str) -> None:
        """Let every loose end lead here."""
        for end, label in self.ends:
            arrow = f"-->|{label}|" if label else "-->"
            self.lines.append(f"    {end} {arrow} {name}")
        self.ends = []

    def after(self, name: str, label: str = "") -> None:
        """Go on from here."""
        self.ends = [(name, label)]


def _asked_when(item: Item) -> Condition:
    return item.asked_when if isinstance(item, Question) else item.when


def _name(item: Item) -> str:
    return item.more.id if isinstance(item, Repeat) else item.id


# --- the data ------------------------------------------------------------------------------------


def _item(item: Item, described: Described, words: Words) -> JsonValue:
    if isinstance(item, Repeat):
        inside = [_item(one, described, words) for one in (item.more, *item.items)]
        return {
            "soort": item.kind_of_item,
            "feit": item.fact,
            "voorwaarde": _condition(item.when, described),
            "eerste": _condition(item.first, described),
            "hoogstens": item.most,
            "onderdelen": inside,
        }
    told: dict[str, JsonValue] = {
        "soort": item.kind_of_item,
        "id": item.id,
        "voorwaarde": _condition(_asked_when(item), described),
    }
    if isinstance(item, Explanation):
        return {**told, "artikel": item.article, "tekst": words.raw(f"uitleg.{item.id}")}
    return {**told, **_question(item, words)}


def _question(question: Question, words: Words) -> dict[str, JsonValue]:
    parts = ("ask", "why", "not_understood", "kort")
    buttons: list[JsonValue] = [_button(question, option, words) for option in options(question)]
    return {
        "afdeling": question.section,
        "feit": question.fact,
        "antwoordsoort": question.kind,
        "belang": question.importance,
        "gevoeligheid": question.sensitivity,
        "knoppen": buttons,
        "teksten": {part: words.raw(f"vraag.{question.id}.{part}") for part in parts},
    }


def _button(question: Question, option: Option, words: Words) -> dict[str, JsonValue]:
    values: list[JsonValue] = list(option.values)
    label = words.raw(label_key(question, option.id))
    settles: dict[str, JsonValue] = dict(option.sets)
    return {"id": option.id, "label": label, "waarden": values, "zet": settles}


def _condition(condition: Condition, described: Described) -> JsonValue:
    if isinstance(condition, Always):
        return None
    paths: list[JsonValue] = [*sorted(set(condition.paths()))]
    return {"zin": described(condition), "paden": paths}
