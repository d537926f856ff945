"""Reads questions, statements, answers and labels, and makes training pairs of them.

A pair is (claim, window of an answer) -> 1 when the speaker of the window makes the claim. Points, misconceptions
and red flags are all claims.
"""
import functools
import hashlib
import json
import random
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(__file__).resolve().parent / "data"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Pair:
    claim: str
    text: str
    label: float
    source: str
    question: str


@dataclass
class Question:
    slug: str
    category: str
    points: dict[str, str]
    tiers: dict[str, str]
    paraphrases: dict[str, list[str]]
    misconceptions: dict[str, str]
    contradicts: dict[str, list[str]]
    anti: dict[str, list[str]]
    statements: dict = field(default_factory=dict)
    mistakes: dict = field(default_factory=dict)
    answers: list = field(default_factory=list)


def read_yaml(path: Path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)


def fold_of(slug: str, folds: int) -> int:
    """The fold of a question or subject: the same whatever others there are."""
    return int(hashlib.sha256(slug.encode()).hexdigest(), 16) % folds


def code_of(text: str) -> str:
    return hashlib.sha256(text.strip().encode()).hexdigest()[:6]


SENTENCE_END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"'”’)]))\s+|\n+")


def sentences_of(text: str) -> list[str]:
    return SENTENCE_END.split(text.strip())


# Words, the same as in src/core/grading/judge/windows.ts.
LARGEST_WINDOW = 60


def window_spans(pieces: list[str]) -> list[tuple[int, int]]:
    """Overlapping runs of pieces: [from, to). Each begins halfway into the one before."""
    lengths = [len(piece.split()) for piece in pieces]
    spans = []
    start = 0
    while start < len(pieces):
        end, words = start, 0
        while end < len(pieces) and (end == start or words + lengths[end] <= LARGEST_WINDOW):
            words += lengths[end]
            end += 1
        spans.append((start, end))
        if end >= len(pieces):
            break
        start += max(1, (end - start) // 2)
    return spans


@functools.cache
def content() -> dict:
    """Rubrics and red flags as the product reads them."""
    script = [str(ROOT / "setup/with-node.mjs"), str(ROOT / "tools/train-judge/export-content.ts")]
    return json.loads(subprocess.run(["node", *script], check=True, capture_output=True, cwd=ROOT).stdout)


def load_questions() -> dict[str, Question]:
    questions = {}
    for raw in sorted(content()["questions"], key=lambda q: q["slug"]):
        question = Question(
            slug=raw["slug"],
            category=raw["category"],
            points={p["id"]: p["claim"] for p in raw["points"]},
            tiers={p["id"]: p["tier"] for p in raw["points"]},
            paraphrases={p["id"]: p["paraphrases"] for p in raw["points"]},
            misconceptions={m["id"]: m["claim"] for m in raw["misconceptions"]},
            contradicts={m["id"]: m["contradicts"] for m in raw["misconceptions"]},
            anti={m["id"]: m["anti"] for m in raw["misconceptions"]},
        )
        statements = DATA / f"points/{question.slug}.yaml"
        if statements.exists():
            data = read_yaml(statements)
            question.statements = data.get("points") or {}
            question.mistakes = data.get("misconceptions") or {}
        more = DATA / f"misconceptions/{question.slug}.yaml"
        if more.exists():
            for key, said in read_yaml(more)["misconceptions"].items():
                first = question.mistakes.get(key, {})
                question.mistakes[key] = {kind: first.get(kind, []) + said[kind] for kind in ("shows", "clean")}
        question.answers = read_answers(question.slug)
        questions[question.slug] = question
    return questions


def read_answers(slug: str) -> list[dict]:
    path = DATA / f"answers/{slug}.yaml"
    if not path.exists():
        return []
    labels = read_labels("labels", slug)
    answers = []
    for answer in read_yaml(path)["answers"]:
        text = answer["text"].strip()
        answers.append({"kind": answer["kind"], "text": text, "label": labels.get(code_of(text))})
    return answers


def read_labels(folder: str, slug: str) -> dict[str, dict]:
    path = DATA / f"{folder}/{slug}.yaml"
    return {str(code): label for code, label in read_yaml(path)["labels"].items()} if path.exists() else {}


def red_flags() -> list[dict]:
    return content()["redFlags"]


def said_of_flag(flag: str) -> dict[str, list[str]]:
    """What speakers say who show the flag, and what others say who do not."""
    first = read_yaml(DATA / "flags.yaml")[flag]
    more = read_yaml(DATA / f"flags-more/{flag}.yaml")
    return {kind: first[kind] + more[kind] for kind in ("shows", "clean")}


# What a recognizer makes of the field's terms.
MISHEARD = {
    "sql": ["sequel", "s q l"],
    "samesite": ["same site", "sam site"],
    "idor": ["eye dor", "i door"],
    "xss": ["x s s", "excess s"],
    "csrf": ["c surf", "sea surf", "c s r f"],
    "ssrf": ["s s r f", "s surf"],
    "oauth": ["oh auth", "o off"],
    "jwt": ["jot", "j w t"],
    "jwts": ["jots"],
    "pkce": ["pixie", "p k c e"],
    "tls": ["t l s", "tee less"],
    "csp": ["c s p"],
    "kms": ["k m s"],
    "iam": ["i am"],
    "mfa": ["m f a"],
    "sbom": ["s bomb", "s bom"],
    "sast": ["sassed"],
    "dast": ["dashed"],
    "api": ["a p i"],
    "apis": ["a p eyes"],
    "nonce": ["nonsense", "nonse"],
    "cors": ["course"],
    "xxe": ["x x e"],
    "url": ["u r l"],
    "hmac": ["h mac"],
    "bcrypt": ["be crypt"],
    "argon2": ["argon two"],
    "kubernetes": ["cooper netties"],
    "regex": ["reg x"],
    "owasp": ["oh wasp", "o wasp"],
    "cve": ["c v e"],
    "cves": ["c v ease"],
    "dns": ["d n s"],
    "ci": ["c i", "see i"],
    "stride": ["strider"],
    "hash": ["hatch"],
    "cookie": ["cookey"],
}
FILLERS = ["um", "uh", "you know", "like", "I mean", "so", "well", "kind of", "right", "basically"]
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def misheard(text: str, rng: random.Random) -> str:
    def swap(match: re.Match) -> str:
        options = MISHEARD.get(match.group(0).lower())
        return rng.choice(options) if options and rng.random() < 0.7 else match.group(0)

    return re.sub(r"[A-Za-z0-9]+", swap, text)


def with_fillers(text: str, rng: random.Random) -> str:
    out = []
    for word in text.split():
        if rng.random() < 0.07:
            out.append(rng.choice(FILLERS) + rng.choice([",", "", ""]))
        if rng.random() < 0.02:
            out.append(word)
        out.append(word)
    return " ".join(out)


def with_typos(text: str, rng: random.Random) -> str:
    words = text.split()
    for at, word in enumerate(words):
        if len(word) > 4 and rng.random() < 0.06:
            k = rng.randrange(1, len(word) - 1)
            words[at] = rng.choice(
                [word[:k] + word[k + 1 :], word[:k] + rng.choice(LETTERS) + word[k:], word[: k - 1] + word[k] + word[k - 1] + word[k + 1 :]]
            )
    return " ".join(words)


def unpunctuated(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s'’/]", " ", text)).lower().strip()


def as_spoken(text: str, rng: random.Random) -> str:
    """Some of the noise of speech and typing, at random; half of the texts stay as they are."""
    draw = rng.random()
    if draw < 0.5:
        return text
    if rng.random() < 0.35:
        text = with_fillers(text, rng)
    if rng.random() < 0.3:
        text = misheard(text, rng)
    if rng.random() < 0.3:
        text = with_typos(text, rng)
    if rng.random() < 0.6:
        text = unpunctuated(text)
    return text


def stop_free(text: str) -> set[str]:
    return {w[:6] for w in re.findall(r"[a-z0-9]{4,}", text.lower())}


class PairMaker:
    def __init__(self, questions: dict[str, Question], slugs: list[str], seed: int, answer_slugs: list[str] | None = None, held_fold: tuple[int, int] | None = None):
        self.questions = questions
        self.slugs = slugs
        self.answer_slugs = slugs if answer_slugs is None else answer_slugs
        self.held_fold = held_fold
        self.rng = random.Random(seed)
        self.context = {
            slug: [s for a in questions[slug].answers for s in sentences_of(a["text"]) if 5 <= len(s.split()) <= 30]
            for slug in slugs
            if questions[slug].answers
        }

    def pairs(self) -> list[Pair]:
        out = []
        for slug in self.slugs:
            question = self.questions[slug]
            out += self.of_statements(question)
            out += self.of_paraphrases(question)
            out += self.of_misconceptions(question)
            if slug in self.answer_slugs:
                out += self.of_answers(question)
        out += self.of_flags()
        out += self.of_short_answers()
        self.rng.shuffle(out)
        return out

    def placed(self, text: str, slug: str) -> str:
        """The text alone, or amid sentences of answers to other questions, or to this one's neighbors."""
        if self.rng.random() < 0.4:
            return text
        others = [s for s in self.context if s != slug]
        if not others:
            return text
        pool = self.context[self.rng.choice(others)]
        before = [self.rng.choice(pool) for _ in range(self.rng.randrange(0, 3))]
        after = [self.rng.choice(pool) for _ in range(self.rng.randrange(0, 3))]
        return " ".join([*before, text, *after])

    def pair(self, claim: str, text: str, label: float, source: str, slug: str, place: bool = True) -> Pair:
        placed = self.placed(text, slug) if place else text
        return Pair(claim, as_spoken(placed, self.rng), label, source, slug)

    def of_statements(self, question: Question) -> list[Pair]:
        out = []
        ids = list(question.statements)
        for point, said in question.statements.items():
            claim = question.points.get(point)
            if claim is None:
                continue
            out += [self.pair(claim, text, 1, "makes", question.slug) for text in said["makes"]]
            out += [self.pair(claim, text, 0, f"miss:{kind}", question.slug) for kind, text in said["misses"]]
            for other in self.rng.sample(ids, min(3, len(ids))):
                if other != point:
                    text = self.rng.choice(question.statements[other]["makes"])
                    out.append(self.pair(claim, text, 0, "other-point", question.slug))
            # A half and the other half, or a miss beside what makes it, are still judged by what is there.
            made = self.rng.choice(said["makes"])
            kind, missed = self.rng.choice(said["misses"])
            if kind in ("keyword", "vague", "neighbor"):
                out.append(self.pair(claim, f"{missed} {made}", 1, "makes-after-miss", question.slug, place=False))
        return out

    def of_paraphrases(self, question: Question) -> list[Pair]:
        out = []
        ids = list(question.points)
        for point, texts in question.paraphrases.items():
            claim = question.points[point]
            for text in self.rng.sample(texts, min(2, len(texts))):
                out.append(self.pair(claim, text, 1, "paraphrase", question.slug))
                other = self.rng.choice(ids)
                if other != point and question.paraphrases[other]:
                    out.append(self.pair(claim, self.rng.choice(question.paraphrases[other]), 0, "other-paraphrase", question.slug))
        return out

    def of_misconceptions(self, question: Question) -> list[Pair]:
        out = []
        for key, claim in question.misconceptions.items():
            said = question.mistakes.get(key, {})
            out += [self.pair(claim, text, 1, "shows", question.slug) for text in said.get("shows", [])]
            out += [self.pair(claim, text, 0, "clean", question.slug) for text in said.get("clean", [])]
            for text in self.rng.sample(question.anti[key], min(3, len(question.anti[key]))):
                out.append(self.pair(claim, text, 1, "anti", question.slug))
            for point in question.contradicts[key]:
                made = question.statements.get(point, {}).get("makes") or question.paraphrases.get(point, [])
                for text in self.rng.sample(made, min(2, len(made))):
                    out.append(self.pair(claim, text, 0, "right-instead", question.slug))
                for text in said.get("shows", [])[:2]:
                    if point in question.points:
                        out.append(self.pair(question.points[point], text, 0, "wrong-instead", question.slug))
        return out

    def of_answers(self, question: Question) -> list[Pair]:
        out = []
        for answer in question.answers:
            label = answer["label"]
            if label is None:
                continue
            sentences = sentences_of(answer["text"])
            unsure = set(label.get("unsure") or [])
            made = label.get("points") or {}
            for point, claim in question.points.items():
                if point not in unsure:
                    out += self.of_answer(question.slug, claim, sentences, made.get(point), "answer")
            held = label.get("misconceptions") or {}
            for key, claim in question.misconceptions.items():
                if key in held or self.rng.random() < 0.6:
                    out += self.of_answer(question.slug, claim, sentences, held.get(key), "answer-mistake")
        return out

    def of_answer(self, slug: str, claim: str, sentences: list[str], evidence: list[int] | None, source: str) -> list[Pair]:
        """Windows of one answer for one claim: one around the evidence, and the likeliest of the others."""
        out = []
        spans = window_spans(sentences)
        texts = [" ".join(sentences[a:b]) for a, b in spans]
        proof = sorted({n - 1 for n in evidence}) if evidence else []
        if proof:
            out.append(self.pair(claim, self.around(sentences, proof), 1, source, slug, place=False))
            full = [t for (a, b), t in zip(spans, texts) if all(a <= n < b for n in proof)]
            if full and self.rng.random() < 0.5:
                out.append(self.pair(claim, self.rng.choice(full), 1, source, slug, place=False))
            rest = [t for (a, b), t in zip(spans, texts) if not any(a <= n < b for n in proof)]
            wanted = self.rng.choice([0, 1])
        else:
            rest, wanted = texts, self.rng.choice([1, 1, 2])
        if not rest or wanted == 0:
            return out
        keys = stop_free(claim)
        rest.sort(key=lambda t: -len(keys & stop_free(t)))
        chosen = rest[:1] + self.rng.sample(rest[1:], min(len(rest) - 1, wanted - 1))
        if len(rest) > 2 and self.rng.random() < 0.2:
            chosen[-1] = f"{rest[0]} {self.rng.choice(rest[1:])}"
        if source == "answer-mistake" and not proof:
            chosen = chosen[:1]
        return out + [self.pair(claim, t, 0, source, slug, place=False) for t in chosen]

    def around(self, sentences: list[str], proof: list[int]) -> str:
        """The evidence with a random part of what stands around it; far-apart evidence is joined."""
        if proof[-1] - proof[0] > 6:
            near = {m for n in proof for m in (n - self.rng.randrange(0, 2), n, n + self.rng.randrange(0, 2))}
            return " ".join(sentences[n] for n in sorted(near) if 0 <= n < len(sentences))
        a = max(0, proof[0] - self.rng.randrange(0, 3))
        b = min(len(sentences), proof[-1] + 1 + self.rng.randrange(0, 3))
        return " ".join(sentences[a:b])

    def of_short_answers(self) -> list[Pair]:
        """Answers to questions of school and trade against the claims of a model answer, as in reference mode."""
        out = []
        for path in sorted(DATA.glob("short-answers*/*.yaml")):
            if self.held_fold and fold_of(path.stem, self.held_fold[1]) == self.held_fold[0]:
                continue
            questions = read_yaml(path)["questions"]
            for question in questions:
                for number, claim in enumerate(question["claims"], start=1):
                    for answer in question["answers"]:
                        text = as_spoken(answer["text"], self.rng)
                        out.append(Pair(claim, text, int(number in answer["makes"]), "short-answer", path.stem))
                    other = self.rng.choice(self.rng.choice(questions)["answers"])
                    if other not in question["answers"]:
                        out.append(Pair(claim, other["text"], 0, "short-answer-elsewhere", path.stem))
        return out

    def of_flags(self) -> list[Pair]:
        out = []
        flags = red_flags()
        for flag in flags:
            claim = flag["claim"]
            said = said_of_flag(flag["id"])
            for text in flag["shows"] + said["shows"]:
                out.append(self.pair(claim, text, 1, "flag", "flags"))
            for text in flag["clean"] + said["clean"]:
                out.append(self.pair(claim, text, 0, "flag-clean", "flags"))
            for other in flags:
                if other["id"] != flag["id"]:
                    out.append(self.pair(claim, self.rng.choice(other["clean"]), 0, "flag-other", "flags"))
            for slug in self.rng.sample(self.answer_slugs, min(40, len(self.answer_slugs))):
                for answer in self.questions[slug].answers:
                    label = answer["label"]
                    if label is None:
                        continue
                    shown = (label.get("flags") or {}).get(flag["id"])
                    sentences = sentences_of(answer["text"])
                    if shown:
                        out.append(self.pair(claim, self.around(sentences, sorted({n - 1 for n in shown})), 1, "answer-flag", slug, place=False))
                    elif self.rng.random() < 0.25:
                        a, b = self.rng.choice(window_spans(sentences))
                        out.append(self.pair(claim, " ".join(sentences[a:b]), 0, "answer-flag", slug, place=False))
        return out
