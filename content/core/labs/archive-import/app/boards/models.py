"""What a board is made of."""
from dataclasses import dataclass, field
from datetime import date

COLUMNS = ("todo", "doing", "done")


@dataclass
class Card:
    title: str
    column: str = "todo"
    due: date | None = None

    def public(self):
        return {"title": self.title, "column": self.column, "due": self.due and self.due.isoformat()}


@dataclass
class Board:
    title: str
    cards: list[Card] = field(default_factory=list)
