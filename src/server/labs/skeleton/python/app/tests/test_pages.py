from handbook.pages import Pages


def test_lists_and_shows_pages(tmp_path):
    (tmp_path / "kitchen").mkdir()
    (tmp_path / "kitchen" / "oven.md").write_text("Hot.", encoding="utf-8")
    pages = Pages(tmp_path)
    assert pages.names() == ["kitchen/oven.md"]
    assert pages.text("kitchen/oven.md") == "Hot."
    assert pages.holding("hot") == ["kitchen/oven.md"]


def test_has_no_text_for_an_unknown_page(tmp_path):
    assert Pages(tmp_path).text("missing.md") is None
