"""Trains the judge: train.py --base FOLDER --out FOLDER [--hold-out FOLD/FOLDS] [--epochs N] [--seed N].

With --hold-out the questions of one fold are kept from training, answers and statements; OUT/questions.json names
them. The twenty canonical questions have no answers here: their statements are trained on in every fold.
"""
import argparse
import json
import math
import random
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.nn.functional import binary_cross_entropy_with_logits

from judge_data import PairMaker, fold_of, load_questions
from model import Judge

LONGEST = 192


def batches(pairs, tokenizer, size, rng):
    """Batches of pairs of like length, in random order."""
    encoded = tokenizer.encode_batch([(p.claim, p.text) for p in pairs])
    order = sorted(range(len(pairs)), key=lambda at: len(encoded[at].ids) + rng.random() * 12)
    groups = [order[at : at + size] for at in range(0, len(order), size)]
    rng.shuffle(groups)
    for group in groups:
        yield [pairs[at] for at in group], tensors([encoded[at] for at in group])


def tensors(encodings):
    longest = max(len(e.ids) for e in encodings)
    pad = lambda rows: torch.tensor([row + [0] * (longest - len(row)) for row in rows])
    return {
        "input_ids": pad([e.ids for e in encodings]),
        "attention_mask": pad([[1] * len(e.ids) for e in encodings]),
        "token_type_ids": pad([e.type_ids for e in encodings]),
    }


def tokenizer_of(folder: str) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(Path(folder) / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    return tokenizer


def train(judge, tokenizer, maker_of_epoch, options, log):
    rng = random.Random(options.seed)
    first = maker_of_epoch(0).pairs()
    steps = math.ceil(len(first) / options.batch) * options.epochs
    no_decay = ("bias", "LayerNorm.weight")
    named = list(judge.named_parameters())
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for n, p in named if not n.endswith(no_decay)], "weight_decay": 0.01},
            {"params": [p for n, p in named if n.endswith(no_decay)], "weight_decay": 0.0},
        ],
        lr=options.rate,
    )
    warm = max(1, steps // 16)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(step / warm, max(0.02, (steps - step) / max(1, steps - warm)))
    )
    judge.train()
    step, begun, losses = 0, time.time(), []
    for epoch in range(options.epochs):
        pairs = first if epoch == 0 else maker_of_epoch(epoch).pairs()
        for group, inputs in batches(pairs, tokenizer, options.batch, rng):
            labels = torch.tensor([p.label for p in group])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = judge(**inputs)
            loss = binary_cross_entropy_with_logits(logits.float(), labels * 0.96 + 0.02)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(judge.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            losses.append(loss.item())
            step += 1
            if step % 50 == 0:
                log(f"epoch {epoch} step {step}/{steps} loss {sum(losses[-50:]) / 50:.4f} {time.time() - begun:.0f}s")
    judge.eval()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--base", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--hold-out")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", help="a run to go on from")
    parser.add_argument("--limit", type=int, help="how many questions with answers to train on")
    options = parser.parse_args()
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    torch.set_num_threads(2)
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    lines = (out / "log.txt").open("w")

    def log(line):
        print(line, flush=True)
        lines.write(line + "\n")
        lines.flush()

    questions = load_questions()
    answered = [slug for slug, q in questions.items() if any(a["label"] for a in q.answers)]
    held, held_fold = [], None
    if options.hold_out:
        fold, folds = held_fold = tuple(map(int, options.hold_out.split("/")))
        held = [slug for slug, q in questions.items() if q.answers and fold_of(slug, folds) == fold]
    trained = [slug for slug in answered if slug not in held]
    if options.limit:
        trained = trained[: options.limit]
        slugs = trained + [s for s in questions if s not in answered]
    else:
        slugs = [s for s in questions if s not in held]
    log(f"{len(slugs)} questions, {len(trained)} of them with answers; held out: {', '.join(held) or 'none'}")
    judge, tokenizer = Judge.from_base(options.base), tokenizer_of(options.base)
    if options.start:
        judge.load_state_dict(torch.load(Path(options.start) / "judge.pt"))
    maker = lambda epoch: PairMaker(questions, slugs, options.seed * 100 + epoch, trained, held_fold)
    sources = {}
    for pair in maker(0).pairs():
        sources.setdefault(pair.source, [0, 0])[int(pair.label)] += 1
    log(json.dumps(sources))
    train(judge, tokenizer, maker, options, log)
    torch.save(judge.state_dict(), out / "judge.pt")
    (out / "questions.json").write_text(json.dumps(held))


if __name__ == "__main__":
    main()
