"""Writes a trained judge as int8 ONNX with its tokenizer: export.py --run FOLDER --base FOLDER --out FOLDER.

Weights are cut to seven bits, so that the sums of processors without VNNI instructions do not overflow and every
machine comes to the same verdict.
"""
import argparse
import json
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import BertConfig

from model import Judge

INPUTS = ["input_ids", "attention_mask", "token_type_ids"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--run", required=True)
    parser.add_argument("--base", required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    config = BertConfig.from_pretrained(options.base)
    config._attn_implementation = "eager"
    judge = Judge.empty(config)
    judge.load_state_dict(torch.load(Path(options.run) / "judge.pt"))
    judge.eval()
    ids = torch.ones(2, 16, dtype=torch.long)
    with tempfile.TemporaryDirectory() as place:
        whole = str(Path(place) / "judge.onnx")
        torch.onnx.export(
            judge,
            (ids, ids, torch.zeros_like(ids)),
            whole,
            input_names=INPUTS,
            output_names=["logit"],
            dynamic_axes={**{name: {0: "batch", 1: "length"} for name in INPUTS}, "logit": {0: "batch"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            whole,
            str(out / "judge.onnx"),
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
        )
    tokenizer = json.loads((Path(options.base) / "tokenizer.json").read_text())
    tokenizer["truncation"] = tokenizer["padding"] = None
    (out / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False))
    if not (out / "calibration.json").exists():
        even = {"bias": 0, "judge": 1, "lexical": 0}
        sorts = ("points", "misconceptions", "flags")
        (out / "calibration.json").write_text(json.dumps({sort: even for sort in sorts}, indent=2) + "\n")


if __name__ == "__main__":
    main()
