"""Fits the calibration on readings of held-out answers: calibrate.py READINGS.jsonl... [--out FOLDER].

Prints how well lexical, judge and both do, cross-validated by question.
"""
import argparse
import json
import math
import pathlib
from collections import defaultdict

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import cohen_kappa_score, f1_score, roc_auc_score


SORTS = {"point": "points", "misconception": "misconceptions", "flag": "flags"}


def log_odds(p):
    p = min(0.999, max(0.001, p))
    return math.log(p / (1 - p))


def features(row):
    return [row["judge"], log_odds(row["lexical"])]


def fit(rows, columns):
    x = np.array([[features(r)[c] for c in columns] for r in rows])
    y = np.array([int(r["truth"]) for r in rows])
    return LogisticRegression(C=10.0, max_iter=1000).fit(x, y)


def predict(model, rows, columns):
    return model.predict_proba(np.array([[features(r)[c] for c in columns] for r in rows]))[:, 1]


def expected_calibration_error(p, y, bins=10):
    total = 0.0
    for low in np.linspace(0, 1, bins, endpoint=False):
        inside = (p >= low) & (p < low + 1 / bins + (1e-9 if low + 1 / bins >= 1 else 0))
        if inside.any():
            total += inside.mean() * abs(p[inside].mean() - y[inside].mean())
    return total


def cross_validated(rows, columns, folds=5):
    questions = sorted({r["question"] for r in rows})
    p = np.zeros(len(rows))
    for fold in range(folds):
        held = set(questions[fold::folds])
        test = [at for at, r in enumerate(rows) if r["question"] in held]
        model = fit([r for r in rows if r["question"] not in held], columns)
        p[test] = predict(model, [rows[at] for at in test], columns)
    return p


def report(name, rows, p, unsure=(0.4, 0.55)):
    y = np.array([int(r["truth"]) for r in rows])
    sure = (p < unsure[0]) | (p >= unsure[1])
    best = max((f1_score(y, p >= t), t) for t in np.linspace(0.2, 0.8, 25))
    print(
        f"{name:22} n {len(rows):5} made {y.mean():.2f}  auc {roc_auc_score(y, p):.3f}  "
        f"F1 {f1_score(y, p >= 0.5):.3f} (best {best[0]:.3f} at {best[1]:.2f})  kappa {cohen_kappa_score(y, p >= 0.5):.3f}  "
        f"sure: F1 {f1_score(y[sure], p[sure] >= 0.5):.3f} kappa {cohen_kappa_score(y[sure], p[sure] >= 0.5):.3f} "
        f"abstained {1 - sure.mean():.3f}  ece {expected_calibration_error(p, y):.3f}"
    )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("readings", nargs="+")
    parser.add_argument("--out", help="the folder that gets calibration.json")
    parser.add_argument("--alone", action="store_true", help="also one for the judge alone")
    options = parser.parse_args()
    rows = [json.loads(line) for path in options.readings for line in open(path)]
    rows = [r for r in rows if r["judge"] is not None and r["truth"] is not None]
    out, alone = {}, {}
    for sort, key in SORTS.items():
        own = [r for r in rows if r["sort"] == sort]
        print(sort)
        for name, columns in (("lexical", [1]), ("judge", [0]), ("both", [0, 1])):
            p = cross_validated(own, columns)
            report(name, own, p)
            if sort == "point" and name == "both":
                report_kinds(own, p)
        out[key] = logistic(fit(own, [0, 1]), [0, 1])
        alone[key] = logistic(fit(own, [0]), [0])
    print(json.dumps(out, indent=1))
    if options.out:
        folder = pathlib.Path(options.out)
        (folder / "calibration.json").write_text(json.dumps(out, indent=2) + "\n")
        if options.alone:
            (folder / "calibration-judge-alone.json").write_text(json.dumps(alone, indent=2) + "\n")


def report_kinds(rows, p):
    kinds = defaultdict(list)
    for row, value in zip(rows, p):
        kinds[row["kind"]].append((value, row["truth"]))
    for kind, pairs in sorted(kinds.items()):
        values, truth = np.array([v for v, _ in pairs]), np.array([t for _, t in pairs])
        print(
            f"    {kind:14} made {truth.mean():.2f} said {(values >= 0.5).mean():.2f} "
            f"right {((values >= 0.5) == truth).mean():.3f}"
        )


def logistic(model, columns):
    weights = dict(zip(columns, model.coef_[0]))
    return {
        "bias": round(float(model.intercept_[0]), 4),
        "judge": round(float(weights.get(0, 0)), 4),
        "lexical": round(float(weights.get(1, 0)), 4),
    }


if __name__ == "__main__":
    main()
