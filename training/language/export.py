"""Writes a trained network as ONNX, node by node, with 16-bit weights."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from jalur.language.features import UNKNOWN
from training.language.batches import Labels
from training.language.codes import CENTRES, Coded
from training.language.network import Lstm, Mlp, Network

MODELS = Path("src/jalur/data/models")
STYLE = {"id": "csui", "en": "gum"}
"""The treebank in whose style the shipped model answers: marked by hand, and news."""

LEMMAS = 4
"""Lemma scripts given for each word, the best first; one that makes a known word is preferred."""


class Graph:
    """Collects nodes and weights."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: dict[str, onnx.TensorProto] = {}
        self.count = 0

    def add(self, op: str, *inputs: str, out: str | None = None, **attributes: object) -> str:
        """A node; the name of its (first) output."""
        self.count += 1
        name = out or f"{op.lower()}{self.count}"
        self.nodes.append(helper.make_node(op, list(inputs), [name], **attributes))
        return name

    def ints(self, *values: int) -> str:
        """A constant list of whole numbers."""
        self.count += 1
        name = f"ints{self.count}"
        self.weights[name] = numpy_helper.from_array(np.array(values, dtype=np.int64), name)
        return name

    def raw(self, values: np.ndarray) -> str:
        """Numbers stored as they are."""
        self.count += 1
        name = f"weights{self.count}"
        self.weights[name] = numpy_helper.from_array(values, name)
        return name

    def table(self, values: np.ndarray) -> str:
        """Weights stored in 16 bits."""
        return self.raw(values.astype(np.float16))

    def dense(self, values: np.ndarray) -> str:
        """Weights stored in 16 bits, counted with in 32."""
        return self.add("Cast", self.table(values), to=TensorProto.FLOAT)

    def look_up(self, table: np.ndarray, ids: str) -> str:
        """Rows of a table."""
        return self.add("Cast", self.add("Gather", self.table(table), ids), to=TensorProto.FLOAT)

    def linear(self, x: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """x @ weight.T + bias."""
        return self.add("Add", self.add("MatMul", x, self.dense(weight.T)), self.dense(bias))

    def mlp(self, x: str, layer: Mlp) -> str:
        """A layer with a soft bend."""
        return self.add("LeakyRelu", self.linear(x, *plain(layer.linear)), alpha=0.1)

    def lstm(self, x: str, layer: Lstm, hidden: int) -> str:
        """A layer that reads both ways, time first."""
        ways = (layer.forth, layer.back)
        w = np.stack([gates(d.weight_ih_l0.detach().numpy(), hidden) for d in ways])
        r = np.stack([gates(d.weight_hh_l0.detach().numpy(), hidden) for d in ways])
        b = np.stack(
            [
                np.concatenate([gates(d.bias_ih_l0.detach().numpy(), hidden),
                                gates(d.bias_hh_l0.detach().numpy(), hidden)])
                for d in ways
            ]
        )  # fmt: skip
        y = self.add(
            "LSTM", x, self.dense(w), self.dense(r), self.dense(b), "lengths",
            hidden_size=hidden, direction="bidirectional",
        )  # fmt: skip
        y = self.add("Transpose", y, perm=[0, 2, 1, 3])
        return self.add("Reshape", y, self.ints(0, 0, -1))


def plain(layer: object) -> tuple[np.ndarray, np.ndarray]:
    """Weight and bias of a linear layer."""
    return layer.weight.detach().numpy(), layer.bias.detach().numpy()  # type: ignore[attr-defined]


def gates(values: np.ndarray, hidden: int) -> np.ndarray:
    """The gates in ONNX's order: in, out, forget, cell."""
    i, f, c, o = (values[k * hidden : (k + 1) * hidden] for k in range(4))
    return np.concatenate([i, o, f, c])


def build(net: Network) -> onnx.ModelProto:
    """The network as a graph from `ids`, `lengths` and `style` to the answers."""
    g, s = Graph(), net.settings
    column = [g.add("Gather", "ids", g.ints(k), axis=2) for k in range(2 + len(net.affixes))]
    column = [g.add("Squeeze", c, g.ints(2)) for c in column]
    limit = numpy_helper.from_array(np.array(net.trained, dtype=np.int32), "limit")
    unknown = numpy_helper.from_array(np.array(UNKNOWN, dtype=np.int32), "unknown")
    g.weights |= {"limit": limit, "unknown": unknown}
    own = g.add("Where", g.add("Less", column[0], "limit"), column[0], "unknown")
    parts = [
        g.look_up(net.word.weight.detach().numpy(), own),
        neighbours(g, net.static, column[0]),
        g.look_up(net.shape.weight.detach().numpy(), column[1]),
    ]
    parts += [
        g.look_up(t.weight.detach().numpy(), c)
        for t, c in zip(net.affixes, column[2:], strict=True)
    ]
    x = g.add("Concat", *parts, axis=2)
    x = g.add("Add", x, g.look_up(net.style.weight.detach().numpy(), "style"))
    x = g.add("Transpose", x, perm=[1, 0, 2])
    for layer in net.reader:
        x = g.lstm(x, layer, s.hidden)
    x = g.add("Transpose", x, perm=[1, 0, 2])
    arcs(g, net, x)
    relations(g, net, x)
    scores = g.linear(x, *plain(net.heads["upos"]))
    g.add("ArgMax", scores, axis=2, keepdims=0, out="upos")
    scores = g.linear(x, *plain(net.heads["lemma"]))
    g.nodes.append(helper.make_node("TopK", [scores, g.ints(LEMMAS)], ["best", "lemma"], axis=2))
    scores = g.linear(x, *plain(net.heads["ner"]))
    g.add("LogSoftmax", scores, axis=2, out="ner")
    return finish(g)


def neighbours(g: Graph, static: nn.Module, ids: str) -> str:
    """The vectors of words by their neighbours in plain text."""
    if not isinstance(static, Coded):
        return g.look_up(plain_table(static), ids)
    pieces, width = static.codes.size(1), static.centres.size(1)
    codes = g.add("Gather", g.raw(static.codes.numpy()), ids)
    codes = g.add("Cast", codes, to=TensorProto.INT32)
    codes = g.add("Add", codes, g.raw(CENTRES * np.arange(pieces, dtype=np.int32)))
    return g.add("Reshape", g.look_up(static.centres.numpy(), codes), g.ints(0, 0, pieces * width))


def plain_table(table: nn.Module) -> np.ndarray:
    """The rows of a table."""
    return table.weight.detach().numpy()  # type: ignore[union-attr,operator,no-any-return]


def arcs(g: Graph, net: Network, x: str) -> None:
    """Scores of every word on every word."""
    dep = g.linear(g.mlp(x, net.arc_dep), *plain(net.arc))
    head = g.add("Transpose", g.mlp(x, net.arc_head), perm=[0, 2, 1])
    g.add("MatMul", dep, head, out="arc")


def relations(g: Graph, net: Network, x: str) -> None:
    """The best relation of every word to every word."""
    size, rank = net.sizes["rel"], net.settings.rel
    weight, bias = plain(net.rel)
    weight, bias = weight.reshape(size, rank + 1, -1), bias.reshape(size, rank + 1)
    dep = g.mlp(x, net.rel_dep)
    main = g.linear(dep, weight[:, :-1].reshape(size * rank, -1), bias[:, :-1].reshape(-1))
    rest = g.linear(dep, weight[:, -1], bias[:, -1])
    main = g.add("Reshape", main, g.ints(0, -1, rank))
    head = g.add("Transpose", g.mlp(x, net.rel_head), perm=[0, 2, 1])
    scores = g.add("MatMul", main, head)
    length = g.add("Gather", g.add("Shape", "ids"), g.ints(1), axis=0)
    shape = g.add("Concat", g.ints(0), length, g.ints(size), g.ints(-1), axis=0)
    scores = g.add("Reshape", scores, shape)
    scores = g.add("Add", scores, g.add("Unsqueeze", rest, g.ints(3)))
    g.add("ArgMax", scores, axis=2, keepdims=0, out="rel")


def finish(g: Graph) -> onnx.ModelProto:
    """The graph with its doors."""
    value = helper.make_tensor_value_info
    graph = helper.make_graph(
        g.nodes,
        "jalur",
        [
            value("ids", TensorProto.INT32, ["batch", "words", "columns"]),
            value("lengths", TensorProto.INT32, ["batch"]),
            value("style", TensorProto.INT32, [1]),
        ],
        [
            value("arc", TensorProto.FLOAT, ["batch", "words", "words"]),
            value("rel", TensorProto.INT64, ["batch", "words", "words"]),
            value("upos", TensorProto.INT64, ["batch", "words"]),
            value("lemma", TensorProto.INT64, ["batch", "words", LEMMAS]),
            value("ner", TensorProto.FLOAT, ["batch", "words", "tags"]),
        ],
        list(g.weights.values()),
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.checker.check_model(model)
    return model


def export(net: Network, vocabulary: dict[str, int], labels: Labels) -> None:
    """Writes `<language>.onnx` and `<language>.json`."""
    language = net.settings.language
    MODELS.mkdir(parents=True, exist_ok=True)
    model = build(net)
    (MODELS / f"{language}.onnx").write_bytes(model.SerializeToString())
    kept = ("rel", "upos", "lemma", "ner")
    facts = {
        "vocabulary": "\n".join(vocabulary),
        "classes": {k: labels.classes[k] for k in kept},
        "follows": [[round(float(v), 3) for v in row] for row in net.follows.detach()],
        "known": net.trained - 3,
        "styles": labels.styles,
        "style": STYLE[language],
    }
    text = json.dumps(facts, ensure_ascii=False, indent=0)
    (MODELS / f"{language}.json").write_text(text + "\n", encoding="utf-8")
