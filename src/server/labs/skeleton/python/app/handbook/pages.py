"""Reads the pages, which are text files below one folder."""


class Pages:
    def __init__(self, folder):
        self.folder = folder.resolve()

    def names(self):
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return sorted(path.relative_to(self.folder).as_posix() for path in found)

    def holding(self, word):
        wanted = word.casefold()
        return [name for name in self.names() if wanted in self._read(name).casefold()]

    def text(self, name):
        """The text of a page, or None when there is no such page."""
        try:
            return self._read(name)
        except (OSError, ValueError):
            return None

    def _read(self, name):
        return (self.folder / name).read_text(encoding="utf-8")
